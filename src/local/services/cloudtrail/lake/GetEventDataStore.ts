import type { GetEventDataStoreRequest, GetEventDataStoreResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { describedEventDataStore, isFederated } from './event-data-store.ts';
import { findEventDataStore } from './find-event-data-store.ts';

export const GetEventDataStore: Operation<GetEventDataStoreRequest, GetEventDataStoreResponse> = (
  input,
  call,
) => {
  const found = findEventDataStore(input.EventDataStore, call);
  return {
    ...describedEventDataStore(call.world, found),
    FederationStatus: isFederated(found) ? 'ENABLED' : 'DISABLED',
    FederationRoleArn: found.federationRoleArn,
  };
};
