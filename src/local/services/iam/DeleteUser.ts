import type { DeleteUserRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessKeysOfUser } from './access-keys.ts';
import { iamAccount, userOf } from './store.ts';

export const DeleteUser: Operation<DeleteUserRequest, void> = ({ UserName = '' }, { world, accountId }) => {
  const user = userOf(world, accountId, UserName);
  if (accessKeysOfUser(world, user.id).length > 0) {
    throw new ServiceError(
      'DeleteConflictException',
      'Cannot delete entity, must delete access keys first.',
      409,
    );
  }
  if (user.attachedPolicies.size > 0) {
    throw new ServiceError(
      'DeleteConflictException',
      'Cannot delete entity, must detach all policies first.',
      409,
    );
  }
  if (user.policies.size > 0) {
    throw new ServiceError(
      'DeleteConflictException',
      'Cannot delete entity, must delete policies first.',
      409,
    );
  }
  iamAccount(world, accountId).users.delete(user.name);
};
