import type { AttachRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { attachPolicy } from './policy-holders.ts';
import { modifiableRoleOf } from './store.ts';

export const AttachRolePolicy: Operation<AttachRolePolicyRequest, void> = (
  { RoleName = '', PolicyArn },
  { world, accountId },
) => {
  attachPolicy(world, modifiableRoleOf(world, accountId, RoleName), PolicyArn);
};
