import type { GetResourcePolicyRequest, GetResourcePolicyResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { policyResource, resourcePolicyOf } from './resource-policies.ts';

export const GetResourcePolicy: Operation<GetResourcePolicyRequest, GetResourcePolicyResponse> = (
  input,
  call,
) => {
  const arn = policyResource(input.ResourceArn, call);
  return { ResourceArn: arn, ResourcePolicy: resourcePolicyOf(arn, call) };
};
