import type { ListAliasesRequest, ListAliasesResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { findKey } from './find-key.ts';
import { keyStoreOf } from './key.ts';

export const ListAliases: Operation<ListAliasesRequest, ListAliasesResponse> = (input, call) => {
  const only = input.KeyId && findKey(input.KeyId, call).id;
  const aliases = [...keyStoreOf(call).aliases.values()].filter(({ keyId }) => !only || keyId === only);
  const { items, nextToken } = page(aliases, {
    limit: input.Limit ?? 50,
    token: input.Marker,
    badTokenCode: 'InvalidMarkerException',
  });
  return {
    Aliases: items.map(({ name, arn, keyId, createdAt, updatedAt }) => ({
      AliasName: name,
      AliasArn: arn,
      TargetKeyId: keyId,
      CreationDate: new Date(createdAt),
      LastUpdatedDate: new Date(updatedAt),
    })),
    NextMarker: nextToken,
    Truncated: nextToken !== undefined,
  };
};
