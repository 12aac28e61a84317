import type { ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { listPage } from './list.ts';
import { attachedList } from './policy-holders.ts';
import { userOf } from './store.ts';

export const ListAttachedUserPolicies: Operation<
  ListAttachedUserPoliciesRequest,
  ListAttachedUserPoliciesResponse
> = (input, { world, accountId }) => {
  const holder = userOf(world, accountId, input.UserName ?? '');
  const { items, more } = listPage(attachedList(holder, input.PathPrefix), input);
  return { AttachedPolicies: items, ...more };
};
