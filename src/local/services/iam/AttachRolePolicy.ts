import type { AttachRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { noSuchEntity, roleOf } from './store.ts';

/** The embedded AWS has no managed policies: none can be attached. */
export const AttachRolePolicy: Operation<AttachRolePolicyRequest, void> = (
  { RoleName = '', PolicyArn },
  { world, accountId },
) => {
  roleOf(world, accountId, RoleName);
  throw noSuchEntity(`Policy ${PolicyArn} does not exist or is not attachable.`);
};
