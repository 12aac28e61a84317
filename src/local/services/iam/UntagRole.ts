import type { UntagRoleRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { roleOf } from './store.ts';

export const UntagRole: Operation<UntagRoleRequest, void> = (
  { RoleName = '', TagKeys = [] },
  { world, accountId },
) => {
  const { tags } = roleOf(world, accountId, RoleName);
  for (const key of TagKeys) tags.delete(key);
};
