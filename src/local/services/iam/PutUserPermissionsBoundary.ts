import type { PutUserPermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { putBoundary } from './policy-holders.ts';
import { userOf } from './store.ts';

export const PutUserPermissionsBoundary: Operation<PutUserPermissionsBoundaryRequest, void> = (
  { UserName = '', PermissionsBoundary },
  { world, accountId },
) => {
  putBoundary(world, userOf(world, accountId, UserName), PermissionsBoundary);
};
