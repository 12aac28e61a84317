import type { DeleteResourcePolicyRequest } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { policyResource, resourcePoliciesOf, resourcePolicyOf } from './resource-policies.ts';

export const DeleteResourcePolicy: Operation<DeleteResourcePolicyRequest, object> = (input, call) => {
  const arn = policyResource(input.ResourceArn, call);
  resourcePolicyOf(arn, call);
  resourcePoliciesOf(call).delete(arn);
  return {};
};
