import type { GetPolicyRequest, GetPolicyResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { describedPolicy } from './describe-policy.ts';
import { policyOf } from './managed-policies.ts';

export const GetPolicy: Operation<GetPolicyRequest, GetPolicyResponse> = ({ PolicyArn }, call) => ({
  Policy: describedPolicy(policyOf(call, PolicyArn), call.world, call.accountId),
});
