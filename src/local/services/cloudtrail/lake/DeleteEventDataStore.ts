import type { DeleteEventDataStoreRequest } from '@aws-sdk/client-cloudtrail';
import type { Call, Operation } from '../../../endpoint/operation.ts';
import { ServiceError } from '../../../endpoint/service-error.ts';
import { channelsOf } from './channel.ts';
import { type EventDataStore, eventDataStoresOf, isFederated } from './event-data-store.ts';
import { activeEventDataStore, writeEventDataStore } from './find-event-data-store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const GONE_AFTER_MS = 7 * DAY_MS;

/** A store can be restored for seven days. */
export const DeleteEventDataStore: Operation<DeleteEventDataStoreRequest, object> = (input, call) => {
  const found = activeEventDataStore(input.EventDataStore, call);
  checkDeletable(found, call);
  const deleted = writeEventDataStore(call, {
    ...found,
    status: 'PENDING_DELETION',
    statusBefore: found.status,
  });
  const stores = eventDataStoresOf(call.world, found.accountId, call.region);
  call.world.clock.after(GONE_AFTER_MS, () => {
    if (stores.get(deleted.arn) === deleted) stores.delete(deleted.arn);
  });
  return {};
};

function checkDeletable(found: EventDataStore, call: Call): void {
  if (found.isTerminationProtected) {
    throw new ServiceError(
      'EventDataStoreTerminationProtectedException',
      'The event data store cannot be deleted because termination protection is enabled for it.',
    );
  }
  if (isFederated(found)) {
    throw new ServiceError(
      'EventDataStoreFederationEnabledException',
      'You cannot delete the event data store because Lake query federation is enabled.',
    );
  }
  const isUsed = [...channelsOf(call).values()].some(({ destinations }) =>
    destinations.some(({ Location }) => Location === found.arn),
  );
  if (isUsed) {
    throw new ServiceError(
      'ChannelExistsForEDSException',
      'The event data store cannot be deleted because it is in use by a channel.',
    );
  }
}
