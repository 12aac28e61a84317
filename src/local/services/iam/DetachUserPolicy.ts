import type { DetachUserPolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { detachPolicy } from './policy-holders.ts';
import { userOf } from './store.ts';

export const DetachUserPolicy: Operation<DetachUserPolicyRequest, void> = (
  { UserName = '', PolicyArn },
  { world, accountId },
) => {
  detachPolicy(userOf(world, accountId, UserName), PolicyArn);
};
