import type { GetUserPolicyRequest, GetUserPolicyResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { encodePolicy } from './describe.ts';
import { inlinePolicy } from './inline-policy.ts';
import { userOf } from './store.ts';

export const GetUserPolicy: Operation<GetUserPolicyRequest, GetUserPolicyResponse> = (
  { UserName = '', PolicyName = '' },
  { world, accountId },
) => {
  const user = userOf(world, accountId, UserName);
  const policy = inlinePolicy({ kind: 'user', ...user }, PolicyName);
  return { UserName: user.name, PolicyName, PolicyDocument: encodePolicy(policy) };
};
