import type { DescribePolicyRequest, DescribePolicyResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedPolicy } from './describe.ts';
import { readableOrganization } from './membership.ts';
import { policyOf } from './policies.ts';

export const DescribePolicy: Operation<DescribePolicyRequest, DescribePolicyResponse> = (input, call) => {
  const policy = policyOf(readableOrganization(call), input.PolicyId);
  return { Policy: { PolicySummary: describedPolicy(policy), Content: policy.content } };
};
