import { randomUUID } from 'node:crypto';
import type { DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { iamAccount, isServiceLinked, noSuchEntity, roleOf } from './store.ts';

/**
 * Deletes at once. AWS asks the linked service first, which may still need the role: what it then answers is not
 * documented for CloudTrail.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceLinkedRole.html
 */
export const DeleteServiceLinkedRole: Operation<
  DeleteServiceLinkedRoleRequest,
  DeleteServiceLinkedRoleResponse
> = ({ RoleName = '' }, { world, accountId }) => {
  const role = roleOf(world, accountId, RoleName);
  if (!isServiceLinked(role)) throw noSuchEntity(`No service-linked role with name ${RoleName} was found.`);
  const { roles, deletionTasks } = iamAccount(world, accountId);
  const DeletionTaskId = `task${role.path}${role.name}/${randomUUID()}`;
  roles.delete(role.name);
  deletionTasks.add(DeletionTaskId);
  return { DeletionTaskId };
};
