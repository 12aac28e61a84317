import type { UpdateRoleRequest, UpdateRoleResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { checkDescription, checkSessionDuration } from './entity-rules.ts';
import { roleOf } from './store.ts';

export const UpdateRole: Operation<UpdateRoleRequest, UpdateRoleResponse> = (input, { world, accountId }) => {
  const role = roleOf(world, accountId, input.RoleName ?? '');
  const {
    Description: description = role.description,
    MaxSessionDuration: seconds = role.maxSessionSeconds,
  } = input;
  checkDescription(description);
  checkSessionDuration(seconds);
  role.description = description;
  role.maxSessionSeconds = seconds;
  return {};
};
