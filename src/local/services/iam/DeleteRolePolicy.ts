import type { DeleteRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { inlinePolicy } from './inline-policy.ts';
import { modifiableRoleOf } from './store.ts';

export const DeleteRolePolicy: Operation<DeleteRolePolicyRequest, void> = (
  { RoleName = '', PolicyName = '' },
  { world, accountId },
) => {
  const role = modifiableRoleOf(world, accountId, RoleName);
  inlinePolicy({ kind: 'role', ...role }, PolicyName);
  role.policies.delete(PolicyName);
};
