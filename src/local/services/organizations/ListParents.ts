import type { ListParentsRequest, ListParentsResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { notFound } from './errors.ts';
import { readableOrganization } from './membership.ts';
import { findTarget } from './targets.ts';

/** There is exactly one. */
export const ListParents: Operation<ListParentsRequest, ListParentsResponse> = (input, call) => {
  const organization = readableOrganization(call);
  const parentId = findTarget(organization, input.ChildId)?.parentId;
  if (parentId === undefined) throw notFound('Child', "You specified a child that doesn't exist.");
  const isRoot = parentId === organization.rootId;
  return { Parents: [{ Id: parentId, Type: isRoot ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }] };
};
