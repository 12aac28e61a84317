import type { GetRoleRequest, GetRoleResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { describedRole } from './describe.ts';
import { roleOf } from './store.ts';

export const GetRole: Operation<GetRoleRequest, GetRoleResponse> = (
  { RoleName = '' },
  { world, accountId },
) => ({
  Role: describedRole(roleOf(world, accountId, RoleName)),
});
