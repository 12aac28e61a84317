import type { ListGrantsResponse, ListRetirableGrantsRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { entryOf } from './grant.ts';
import { keyStoreOf } from './key.ts';

/** Tells of the grants on the caller's own keys. */
export const ListRetirableGrants: Operation<ListRetirableGrantsRequest, ListGrantsResponse> = (
  input,
  call,
) => {
  const grants = [...keyStoreOf(call).keys.values()].flatMap((key) =>
    [...key.grants.values()]
      .filter(({ retiringPrincipal }) => retiringPrincipal === input.RetiringPrincipal)
      .map((grant) => entryOf(grant, key)),
  );
  const { items, nextToken } = page(grants, {
    limit: input.Limit ?? 50,
    token: input.Marker,
    badTokenCode: 'InvalidMarkerException',
  });
  return { Grants: [...items], NextMarker: nextToken, Truncated: nextToken !== undefined };
};
