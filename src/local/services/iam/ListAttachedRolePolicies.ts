import type { ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { listPage } from './list.ts';
import { attachedList } from './policy-holders.ts';
import { roleOf } from './store.ts';

export const ListAttachedRolePolicies: Operation<
  ListAttachedRolePoliciesRequest,
  ListAttachedRolePoliciesResponse
> = (input, { world, accountId }) => {
  const holder = roleOf(world, accountId, input.RoleName ?? '');
  const { items, more } = listPage(attachedList(holder, input.PathPrefix), input);
  return { AttachedPolicies: items, ...more };
};
