import type { DeleteUserPolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { inlinePolicy } from './inline-policy.ts';
import { userOf } from './store.ts';

export const DeleteUserPolicy: Operation<DeleteUserPolicyRequest, void> = (
  { UserName = '', PolicyName = '' },
  { world, accountId },
) => {
  const user = userOf(world, accountId, UserName);
  inlinePolicy({ kind: 'user', ...user }, PolicyName);
  user.policies.delete(PolicyName);
};
