import type { DeleteRoleRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { iamAccount, roleOf } from './store.ts';

export const DeleteRole: Operation<DeleteRoleRequest, void> = ({ RoleName = '' }, { world, accountId }) => {
  const role = roleOf(world, accountId, RoleName);
  if (role.path.startsWith('/aws-service-role/')) {
    const message = `Cannot perform the operation on the protected role '${role.name}' - this role is only modifiable by AWS`;
    throw new ServiceError('UnmodifiableEntityException', message);
  }
  if (role.policies.size > 0) {
    throw new ServiceError(
      'DeleteConflictException',
      'Cannot delete entity, must delete policies first.',
      409,
    );
  }
  iamAccount(world, accountId).roles.delete(role.name);
};
