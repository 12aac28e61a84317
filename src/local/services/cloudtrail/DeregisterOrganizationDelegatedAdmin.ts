import type { DeregisterOrganizationDelegatedAdminRequest } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { administratorsOf } from '../organizations/delegation.ts';
import { delegationTarget } from './delegation-target.ts';
import { askOrganizations, CLOUDTRAIL } from './organization-trails.ts';

/** What the account made stays: the management account owns it. */
export const DeregisterOrganizationDelegatedAdmin: Operation<
  DeregisterOrganizationDelegatedAdminRequest,
  object
> = async ({ DelegatedAdminAccountId: accountId = '' }, call) => {
  const organization = delegationTarget(accountId, call);
  if (!administratorsOf(organization, CLOUDTRAIL).includes(accountId)) {
    throw new ServiceError(
      'AccountNotRegisteredException',
      'The account is not registered as the CloudTrail delegated administrator.',
    );
  }
  const input = { AccountId: accountId, ServicePrincipal: CLOUDTRAIL };
  await askOrganizations(call, 'DeregisterDelegatedAdministrator', input);
  return {};
};
