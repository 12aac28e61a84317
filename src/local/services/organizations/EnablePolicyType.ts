import type { EnablePolicyTypeRequest, EnablePolicyTypeResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { describedRoot } from './describe.ts';
import { managedOrganization } from './membership.ts';
import { attachFullAccess, policyTypeOf } from './policies.ts';
import { checkRoot } from './root.ts';

/** Everything gets the default policy; what was attached before the type was disabled does not come back. */
export const EnablePolicyType: Operation<EnablePolicyTypeRequest, EnablePolicyTypeResponse> = (
  input,
  call,
) => {
  const organization = managedOrganization(call);
  checkRoot(organization, input.RootId);
  const type = policyTypeOf(input.PolicyType);
  if (organization.featureSet !== 'ALL') {
    throw new ServiceError(
      'PolicyTypeNotAvailableForOrganizationException',
      'You can enable this policy type only in an organization that has all features enabled.',
    );
  }
  if (organization.policyTypes.has(type)) {
    throw new ServiceError(
      'PolicyTypeAlreadyEnabledException',
      'The specified policy type is already enabled.',
    );
  }
  organization.policyTypes.add(type);
  const { rootId, units, accounts } = organization;
  for (const id of [rootId, ...units.keys(), ...accounts.keys()]) attachFullAccess(organization, id);
  return { Root: describedRoot(organization) };
};
