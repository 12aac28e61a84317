import type {
  ListInstanceProfilesForRoleRequest,
  ListInstanceProfilesForRoleResponse,
} from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { roleOf } from './store.ts';

/** Always empty: there are no instances here. Terraform asks before it deletes a role. */
export const ListInstanceProfilesForRole: Operation<
  ListInstanceProfilesForRoleRequest,
  ListInstanceProfilesForRoleResponse
> = ({ RoleName = '' }, { world, accountId }) => {
  roleOf(world, accountId, RoleName);
  return { InstanceProfiles: [], IsTruncated: false };
};
