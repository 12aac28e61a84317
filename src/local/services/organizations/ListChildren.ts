import type { ListChildrenRequest, ListChildrenResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { listPage } from './list-page.ts';
import { readableOrganization } from './membership.ts';
import { parentOf } from './targets.ts';

export const ListChildren: Operation<ListChildrenRequest, ListChildrenResponse> = (input, call) => {
  const organization = readableOrganization(call);
  const { id } = parentOf(organization, input.ParentId);
  const { ChildType: type } = input;
  const { accounts, units } = organization;
  const children = [...(type === 'ACCOUNT' ? accounts : units).values()].filter(
    ({ parentId }) => parentId === id,
  );
  const { items, nextToken } = listPage(children, input);
  return { Children: items.map((child) => ({ Id: child.id, Type: type })), NextToken: nextToken };
};
