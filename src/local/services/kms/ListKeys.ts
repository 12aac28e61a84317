import type { ListKeysRequest, ListKeysResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { keyStoreOf } from './key.ts';

export const ListKeys: Operation<ListKeysRequest, ListKeysResponse> = (input, call) => {
  const { items, nextToken } = page([...keyStoreOf(call).keys.values()], {
    limit: input.Limit ?? 100,
    token: input.Marker,
    badTokenCode: 'InvalidMarkerException',
  });
  return {
    Keys: items.map(({ id, arn }) => ({ KeyId: id, KeyArn: arn })),
    NextMarker: nextToken,
    Truncated: nextToken !== undefined,
  };
};
