import type { AttachUserPolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { attachPolicy } from './policy-holders.ts';
import { userOf } from './store.ts';

export const AttachUserPolicy: Operation<AttachUserPolicyRequest, void> = (
  { UserName = '', PolicyArn },
  { world, accountId },
) => {
  attachPolicy(world, userOf(world, accountId, UserName), PolicyArn);
};
