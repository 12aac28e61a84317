import type { EventDataStoreStatus } from '@aws-sdk/client-cloudtrail';
import type { Call } from '../../../endpoint/operation.ts';
import { ServiceError } from '../../../endpoint/service-error.ts';
import type { EventDataStore } from './event-data-store.ts';
import { findEventDataStore, writeEventDataStore } from './find-event-data-store.ts';

/** @throws ServiceError `InvalidEventDataStoreStatusException` when it is not what it is changed from */
export function changeIngestion(
  arnOrId: string | undefined,
  { from, to }: { readonly from: EventDataStoreStatus; readonly to: EventDataStoreStatus },
  call: Call,
): void {
  const found = findEventDataStore(arnOrId, call);
  if (found.status !== from) throw invalidStatus(found);
  writeEventDataStore(call, { ...found, status: to });
}

export const invalidStatus = ({ arn, status }: EventDataStore): ServiceError =>
  new ServiceError(
    'InvalidEventDataStoreStatusException',
    `The event data store ${arn} is not in a status that supports the operation: it is ${status}.`,
  );
