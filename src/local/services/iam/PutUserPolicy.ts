import type { PutUserPolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { checkInlinePolicy } from './inline-policy.ts';
import { userOf } from './store.ts';

export const PutUserPolicy: Operation<PutUserPolicyRequest, void> = (
  { UserName = '', PolicyName = '', PolicyDocument = '' },
  { world, accountId },
) => {
  const user = userOf(world, accountId, UserName);
  checkInlinePolicy({ kind: 'user', ...user }, PolicyName, PolicyDocument);
  user.policies.set(PolicyName, PolicyDocument);
};
