import type { ListUserPoliciesRequest, ListUserPoliciesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { listPage } from './list.ts';
import { userOf } from './store.ts';

export const ListUserPolicies: Operation<ListUserPoliciesRequest, ListUserPoliciesResponse> = (
  input,
  { world, accountId },
) => {
  const user = userOf(world, accountId, input.UserName ?? '');
  const { items, more } = listPage([...user.policies.keys()].sort(), input);
  return { PolicyNames: items, ...more };
};
