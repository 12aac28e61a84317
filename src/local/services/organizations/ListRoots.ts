import type { ListRootsRequest, ListRootsResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedRoot } from './describe.ts';
import { readableOrganization } from './membership.ts';

/** There is one. */
export const ListRoots: Operation<ListRootsRequest, ListRootsResponse> = (_input, call) => ({
  Roots: [describedRoot(readableOrganization(call))],
});
