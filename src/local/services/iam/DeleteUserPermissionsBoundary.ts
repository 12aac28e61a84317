import type { DeleteUserPermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { deleteBoundary } from './policy-holders.ts';
import { userOf } from './store.ts';

export const DeleteUserPermissionsBoundary: Operation<DeleteUserPermissionsBoundaryRequest, void> = (
  { UserName = '' },
  { world, accountId },
) => {
  deleteBoundary(userOf(world, accountId, UserName));
};
