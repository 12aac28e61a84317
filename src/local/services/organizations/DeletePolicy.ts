import type { DeletePolicyRequest } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { managedOrganization } from './membership.ts';
import { changeablePolicy } from './policies.ts';

export const DeletePolicy: Operation<DeletePolicyRequest, object> = (input, call) => {
  const organization = managedOrganization(call);
  const { id } = changeablePolicy(organization, input.PolicyId);
  if ([...organization.attachments.values()].some((attached) => attached.has(id))) {
    throw new ServiceError(
      'PolicyInUseException',
      'This policy is attached to one or more entities. Detach it before you delete it.',
    );
  }
  organization.policies.delete(id);
  return {};
};
