import type { DeleteRolePermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { deleteBoundary } from './policy-holders.ts';
import { modifiableRoleOf } from './store.ts';

export const DeleteRolePermissionsBoundary: Operation<DeleteRolePermissionsBoundaryRequest, void> = (
  { RoleName = '' },
  { world, accountId },
) => {
  deleteBoundary(modifiableRoleOf(world, accountId, RoleName));
};
