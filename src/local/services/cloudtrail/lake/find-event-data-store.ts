import type { Call } from '../../../endpoint/operation.ts';
import { ServiceError } from '../../../endpoint/service-error.ts';
import { administersTrails, isOrganizationTrail, ownerOfOrganizationTrails } from '../organization-trails.ts';
import { type EventDataStore, eventDataStoresOf } from './event-data-store.ts';

const ARN = /^arn:[^:]+:cloudtrail:([^:]+):(\d{12}):eventdatastore\/([0-9a-f-]{36})$/;

/**
 * Finds an event data store by its ARN or by the id that ends it. CloudTrail's delegated administrator finds the
 * organization's by ARN.
 * @throws ServiceError `EventDataStoreARNInvalidException`, `EventDataStoreNotFoundException`
 */
export function findEventDataStore(arnOrId: string | undefined, call: Call): EventDataStore {
  const found = storesSeenBy(call).find(({ arn }) => arn === arnOrId || arn.endsWith(`/${arnOrId}`));
  if (found) return found;
  if (!ARN.test(arnOrId ?? '') && !/^[0-9a-f-]{36}$/.test(arnOrId ?? '')) {
    throw new ServiceError(
      'EventDataStoreARNInvalidException',
      `${arnOrId} is not an event data store's ARN.`,
    );
  }
  throw new ServiceError('EventDataStoreNotFoundException', `Event data store ${arnOrId} does not exist.`);
}

/** Everything an account may see in a Region. */
export function storesSeenBy(call: Call): readonly EventDataStore[] {
  const { world, accountId, region } = call;
  const own = [...eventDataStoresOf(world, accountId, region).values()];
  const owner = administersTrails(call) ? ownerOfOrganizationTrails(world, accountId) : undefined;
  if (owner === undefined) return own;
  const shared = [...eventDataStoresOf(world, owner, region).values()];
  return [...own, ...shared.filter((found) => isOrganizationTrail(world, found))];
}

/**
 * The same, for changing it: one that is being deleted is out of reach.
 * @throws ServiceError `InactiveEventDataStoreException`
 */
export function activeEventDataStore(arnOrId: string | undefined, call: Call): EventDataStore {
  const found = findEventDataStore(arnOrId, call);
  if (found.status !== 'PENDING_DELETION') return found;
  throw new ServiceError(
    'InactiveEventDataStoreException',
    `Event data store ${found.arn} is pending deletion.`,
  );
}

/** Keeps an event data store as a call left it. */
export function writeEventDataStore({ world, region }: Call, changed: EventDataStore): EventDataStore {
  const written = { ...changed, updatedAt: world.clock.now() };
  eventDataStoresOf(world, changed.accountId, region).set(changed.arn, written);
  return written;
}
