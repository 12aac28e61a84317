import type { ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { roleOf } from './store.ts';

/** Always empty: the embedded AWS has no managed policies that could be attached. */
export const ListAttachedRolePolicies: Operation<
  ListAttachedRolePoliciesRequest,
  ListAttachedRolePoliciesResponse
> = ({ RoleName = '' }, { world, accountId }) => {
  roleOf(world, accountId, RoleName);
  return { AttachedPolicies: [], IsTruncated: false };
};
