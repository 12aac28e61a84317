import type { ListUsersRequest, ListUsersResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { describedUser } from './describe.ts';
import { listPage } from './list.ts';
import { iamAccount } from './store.ts';

export const ListUsers: Operation<ListUsersRequest, ListUsersResponse> = (input, { world, accountId }) => {
  const users = [...iamAccount(world, accountId).users.values()];
  const { items, more } = listPage(
    users.filter(({ path }) => path.startsWith(input.PathPrefix ?? '/')),
    input,
  );
  return { Users: items.map(describedUser), ...more };
};
