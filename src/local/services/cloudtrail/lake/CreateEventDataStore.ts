import { randomUUID } from 'node:crypto';
import type { CreateEventDataStoreRequest, CreateEventDataStoreResponse } from '@aws-sdk/client-cloudtrail';
import type { Call, Operation } from '../../../endpoint/operation.ts';
import { ServiceError } from '../../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../../endpoint/unsupported.ts';
import { lookUpKey } from '../../kms/find-key.ts';
import { organizationTrailOwner } from '../organization-trails.ts';
import { describedEventDataStore, type EventDataStore, eventDataStoresOf } from './event-data-store.ts';
import { writeEventDataStore } from './find-event-data-store.ts';
import { checkLakeName, DEFAULT_STORE_SELECTORS, retentionOf, selectorsOf } from './store-settings.ts';

const MAX_STORES = 10;

/** Makes a store that is protected from deletion and takes events in, unless the call says otherwise. */
export const CreateEventDataStore: Operation<
  CreateEventDataStoreRequest,
  CreateEventDataStoreResponse
> = async (input, call) => {
  refuseUnsupported(input, 'TagsList');
  const { world, region } = call;
  const organizations = input.OrganizationEnabled ? await organizationTrailOwner(call) : undefined;
  const accountId = organizations?.accountId ?? call.accountId;
  const name = input.Name ?? '';
  checkLakeName(name);
  checkRoom(name, [...eventDataStoresOf(world, accountId, region).values()]);
  const billingMode = input.BillingMode ?? 'EXTENDABLE_RETENTION_PRICING';
  const now = world.clock.now();
  const made = writeEventDataStore(call, {
    arn: `arn:${call.partition}:cloudtrail:${region}:${accountId}:eventdatastore/${randomUUID()}`,
    accountId,
    name,
    status: (input.StartIngestion ?? true) ? 'ENABLED' : 'STOPPED_INGESTION',
    selectors: input.AdvancedEventSelectors?.length
      ? selectorsOf(input.AdvancedEventSelectors)
      : DEFAULT_STORE_SELECTORS,
    isMultiRegion: input.MultiRegionEnabled ?? true,
    organization: organizations?.link,
    retentionDays: retentionOf(input.RetentionPeriod, billingMode),
    isTerminationProtected: input.TerminationProtectionEnabled ?? true,
    kmsKeyArn: input.KmsKeyId && keyArn(input.KmsKeyId, call),
    billingMode,
    maxEventSize: 'Standard',
    contextKeys: [],
    createdAt: now,
    updatedAt: now,
  });
  return { ...describedEventDataStore(world, made), Status: 'CREATED' };
};

function checkRoom(name: string, others: readonly EventDataStore[]): void {
  if (others.some((other) => other.name === name)) {
    throw new ServiceError(
      'EventDataStoreAlreadyExistsException',
      `An event data store with the name ${name} already exists.`,
    );
  }
  if (others.length < MAX_STORES) return;
  throw new ServiceError(
    'EventDataStoreMaxLimitExceededException',
    `The account already has ${MAX_STORES} event data stores.`,
  );
}

export function keyArn(given: string, call: Call): string {
  const key = lookUpKey(call.world, given, call);
  if (key) return key.arn;
  throw new ServiceError('KmsKeyNotFoundException', `KMS key ${given} does not exist.`);
}
