import type { PutRolePermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { putBoundary } from './policy-holders.ts';
import { modifiableRoleOf } from './store.ts';

export const PutRolePermissionsBoundary: Operation<PutRolePermissionsBoundaryRequest, void> = (
  { RoleName = '', PermissionsBoundary },
  { world, accountId },
) => {
  putBoundary(world, modifiableRoleOf(world, accountId, RoleName), PermissionsBoundary);
};
