import type { AttachPolicyRequest } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { constraintViolation } from './errors.ts';
import { managedOrganization } from './membership.ts';
import { attachedTo, MAX_ATTACHED, policyOf } from './policies.ts';
import { targetOf } from './targets.ts';

/** A policy counts at once for every account below what it is attached to. */
export const AttachPolicy: Operation<AttachPolicyRequest, object> = (input, call) => {
  const organization = managedOrganization(call);
  const policy = policyOf(organization, input.PolicyId);
  const target = targetOf(organization, input.TargetId);
  if (!organization.policyTypes.has(policy.type)) {
    throw new ServiceError(
      'PolicyTypeNotEnabledException',
      'This operation can be performed only for enabled policy types.',
    );
  }
  const attached = attachedTo(organization, target.id);
  if (attached.has(policy.id)) {
    throw new ServiceError(
      'DuplicatePolicyAttachmentException',
      'A policy with the specified name and type already exists.',
    );
  }
  if (attached.size >= MAX_ATTACHED) {
    throw constraintViolation(
      'You exceeded the maximum number of policies that can be attached to a target.',
    );
  }
  organization.attachments.set(target.id, new Set([...attached, policy.id]));
  return {};
};
