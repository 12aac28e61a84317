import type { PutResourcePolicyRequest, PutResourcePolicyResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { ServiceError } from '../../../endpoint/service-error.ts';
import { policyResource, resourcePoliciesOf } from './resource-policies.ts';

export const PutResourcePolicy: Operation<PutResourcePolicyRequest, PutResourcePolicyResponse> = (
  { ResourceArn, ResourcePolicy = '' },
  call,
) => {
  const arn = policyResource(ResourceArn, call);
  if (!isPolicy(ResourcePolicy)) {
    throw new ServiceError('ResourcePolicyNotValidException', 'The resource policy has syntax errors.');
  }
  resourcePoliciesOf(call).set(arn, ResourcePolicy);
  return { ResourceArn: arn, ResourcePolicy };
};

/** Whether a text is JSON with statements, as far as it is read here. */
function isPolicy(text: string): boolean {
  try {
    return typeof Object(JSON.parse(text)).Statement === 'object';
  } catch {
    return false;
  }
}
