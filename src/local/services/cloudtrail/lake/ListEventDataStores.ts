import type { ListEventDataStoresRequest, ListEventDataStoresResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { page } from '../../../endpoint/page.ts';
import { storesSeenBy } from './find-event-data-store.ts';

/** Lists those of one Region, also those that are being deleted; the SDK says that no more than this is told any longer. */
export const ListEventDataStores: Operation<ListEventDataStoresRequest, ListEventDataStoresResponse> = (
  input,
  call,
) => {
  const { items, nextToken } = page(storesSeenBy(call), {
    limit: input.MaxResults ?? 100,
    token: input.NextToken,
    badTokenCode: 'InvalidNextTokenException',
  });
  return {
    EventDataStores: items.map(({ arn, name }) => ({ EventDataStoreArn: arn, Name: name })),
    NextToken: nextToken,
  };
};
