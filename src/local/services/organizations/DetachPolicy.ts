import type { DetachPolicyRequest } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { constraintViolation } from './errors.ts';
import { managedOrganization } from './membership.ts';
import { attachedTo, policyOf } from './policies.ts';
import { targetOf } from './targets.ts';

/** The last policy stays: every root, unit and account must have one. */
export const DetachPolicy: Operation<DetachPolicyRequest, object> = (input, call) => {
  const organization = managedOrganization(call);
  const policy = policyOf(organization, input.PolicyId);
  const target = targetOf(organization, input.TargetId);
  const attached = new Set(attachedTo(organization, target.id));
  if (!attached.delete(policy.id)) {
    throw new ServiceError(
      'PolicyNotAttachedException',
      "The policy isn't attached to the specified target in the specified root.",
    );
  }
  if (attached.size === 0) {
    throw constraintViolation('You cannot remove the last policy attached to the specified target.');
  }
  organization.attachments.set(target.id, attached);
  return {};
};
