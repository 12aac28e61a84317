import type { ListRoleTagsRequest, ListRoleTagsResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { listPage } from './list.ts';
import { roleOf } from './store.ts';
import { tagList } from './tags.ts';

export const ListRoleTags: Operation<ListRoleTagsRequest, ListRoleTagsResponse> = (
  input,
  { world, accountId },
) => {
  const role = roleOf(world, accountId, input.RoleName ?? '');
  const { items, more } = listPage(tagList(role.tags), input);
  return { Tags: items, ...more };
};
