import type { DeleteRoleRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { iamAccount, modifiableRoleOf } from './store.ts';

export const DeleteRole: Operation<DeleteRoleRequest, void> = ({ RoleName = '' }, { world, accountId }) => {
  const role = modifiableRoleOf(world, accountId, RoleName);
  if (role.attachedPolicies.size > 0) throw conflict('Cannot delete entity, must detach all policies first.');
  if (role.policies.size > 0) throw conflict('Cannot delete entity, must delete policies first.');
  iamAccount(world, accountId).roles.delete(role.name);
};

const conflict = (message: string) => new ServiceError('DeleteConflictException', message, 409);
