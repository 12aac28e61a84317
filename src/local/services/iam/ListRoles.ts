import type { ListRolesRequest, ListRolesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { listedRole } from './describe.ts';
import { listPage } from './list.ts';
import { iamAccount } from './store.ts';

export const ListRoles: Operation<ListRolesRequest, ListRolesResponse> = (input, { world, accountId }) => {
  const roles = [...iamAccount(world, accountId).roles.values()];
  const { items, more } = listPage(
    roles.filter(({ path }) => path.startsWith(input.PathPrefix ?? '/')),
    input,
  );
  return { Roles: items.map(listedRole), ...more };
};
