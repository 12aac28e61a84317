import type { CreateOrganizationRequest, CreateOrganizationResponse } from '@aws-sdk/client-organizations';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { describedOrganization } from './describe.ts';
import { newAccount } from './new-account.ts';
import { attachFullAccess, FULL_ACCESS_ID, fullAccess } from './policies.ts';
import { randomId } from './random-id.ts';
import { type Organization, organizationOf, organizationsOf } from './store.ts';

/** The caller's account becomes the management account. With all features, service control policies are enabled. */
export const CreateOrganization: Operation<CreateOrganizationRequest, CreateOrganizationResponse> = (
  { FeatureSet = 'ALL' },
  call,
) => {
  if (organizationOf(call.world, call.accountId)) {
    throw new ServiceError(
      'AlreadyInOrganizationException',
      'The AWS account is already a member of an organization.',
    );
  }
  const organization = emptyOrganization(FeatureSet, call);
  if (FeatureSet === 'ALL') organization.policyTypes.add('SERVICE_CONTROL_POLICY');
  attachFullAccess(organization, organization.rootId);
  newAccount(organization, { id: call.accountId, joinedAt: call.world.clock.now() });
  organizationsOf(call.world).byId.set(organization.id, organization);
  return { Organization: describedOrganization(organization) };
};

const emptyOrganization = (featureSet: Organization['featureSet'], call: Call): Organization => ({
  id: randomId('o-', 10),
  rootId: randomId('r-', 4),
  partition: call.partition,
  managementAccountId: call.accountId,
  featureSet,
  accounts: new Map(),
  units: new Map(),
  policies: new Map([[FULL_ACCESS_ID, fullAccess(call.partition)]]),
  attachments: new Map(),
  policyTypes: new Set(),
  serviceAccess: new Map(),
  delegations: new Map(),
});
