import type { ListRolePoliciesRequest, ListRolePoliciesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { listPage } from './list.ts';
import { roleOf } from './store.ts';

export const ListRolePolicies: Operation<ListRolePoliciesRequest, ListRolePoliciesResponse> = (
  input,
  { world, accountId },
) => {
  const role = roleOf(world, accountId, input.RoleName ?? '');
  const { items, more } = listPage([...role.policies.keys()].sort(), input);
  return { PolicyNames: items, ...more };
};
