import type { DeleteRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { rolePolicy } from './role-policy.ts';
import { roleOf } from './store.ts';

export const DeleteRolePolicy: Operation<DeleteRolePolicyRequest, void> = (
  { RoleName = '', PolicyName = '' },
  { world, accountId },
) => {
  const role = roleOf(world, accountId, RoleName);
  rolePolicy(role, PolicyName);
  role.policies.delete(PolicyName);
};
