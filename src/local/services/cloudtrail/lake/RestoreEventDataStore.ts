import type { RestoreEventDataStoreRequest, RestoreEventDataStoreResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { describedEventDataStore } from './event-data-store.ts';
import { findEventDataStore, writeEventDataStore } from './find-event-data-store.ts';
import { invalidStatus } from './ingestion.ts';

/** Brings a deleted store back as it was, within seven days. Its protection from deletion stays off. */
export const RestoreEventDataStore: Operation<RestoreEventDataStoreRequest, RestoreEventDataStoreResponse> = (
  input,
  call,
) => {
  const { statusBefore = 'ENABLED', ...found } = findEventDataStore(input.EventDataStore, call);
  if (found.status !== 'PENDING_DELETION') throw invalidStatus(found);
  const restored = writeEventDataStore(call, { ...found, status: statusBefore });
  return describedEventDataStore(call.world, restored);
};
