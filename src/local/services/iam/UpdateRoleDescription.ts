import type { UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { describedRole } from './describe.ts';
import { checkDescription } from './entity-rules.ts';
import { roleOf } from './store.ts';

/** Superseded by UpdateRole, and still what Terraform calls. */
export const UpdateRoleDescription: Operation<UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse> = (
  { RoleName = '', Description },
  { world, accountId },
) => {
  const role = roleOf(world, accountId, RoleName);
  checkDescription(Description);
  role.description = Description;
  return { Role: describedRole(role) };
};
