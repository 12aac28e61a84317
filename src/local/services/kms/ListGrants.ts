import type { ListGrantsRequest, ListGrantsResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { findSharedKey } from './find-key.ts';
import { entryOf, findGrant } from './grant.ts';

export const ListGrants: Operation<ListGrantsRequest, ListGrantsResponse> = (input, call) => {
  const key = findSharedKey(input.KeyId, call);
  const { GrantId: id, GranteePrincipal: grantee } = input;
  const all = id === undefined ? [...key.grants.values()] : [findGrant(key, id)];
  const grants = all.filter(({ granteePrincipal }) => !grantee || granteePrincipal === grantee);
  const { items, nextToken } = page(grants, {
    limit: input.Limit ?? 50,
    token: input.Marker,
    badTokenCode: 'InvalidMarkerException',
  });
  return {
    Grants: items.map((grant) => entryOf(grant, key)),
    NextMarker: nextToken,
    Truncated: nextToken !== undefined,
  };
};
