import type { DetachRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { noSuchEntity, roleOf } from './store.ts';

/** The embedded AWS has no managed policies: none is ever attached. */
export const DetachRolePolicy: Operation<DetachRolePolicyRequest, void> = (
  { RoleName = '', PolicyArn },
  { world, accountId },
) => {
  roleOf(world, accountId, RoleName);
  throw noSuchEntity(`Policy ${PolicyArn} was not found.`);
};
