import type { DisablePolicyTypeRequest, DisablePolicyTypeResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { describedRoot } from './describe.ts';
import { managedOrganization } from './membership.ts';
import { policyTypeOf } from './policies.ts';
import { checkRoot } from './root.ts';

/** Detaches every policy of the type from everything; the policies themselves stay. */
export const DisablePolicyType: Operation<DisablePolicyTypeRequest, DisablePolicyTypeResponse> = (
  input,
  call,
) => {
  const organization = managedOrganization(call);
  checkRoot(organization, input.RootId);
  if (!organization.policyTypes.delete(policyTypeOf(input.PolicyType))) {
    throw new ServiceError(
      'PolicyTypeNotEnabledException',
      'This operation can be performed only for enabled policy types.',
    );
  }
  organization.attachments.clear();
  return { Root: describedRoot(organization) };
};
