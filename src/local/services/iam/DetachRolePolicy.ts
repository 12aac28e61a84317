import type { DetachRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { detachPolicy } from './policy-holders.ts';
import { modifiableRoleOf } from './store.ts';

export const DetachRolePolicy: Operation<DetachRolePolicyRequest, void> = (
  { RoleName = '', PolicyArn },
  { world, accountId },
) => {
  detachPolicy(modifiableRoleOf(world, accountId, RoleName), PolicyArn);
};
