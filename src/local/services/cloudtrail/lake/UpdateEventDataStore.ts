import type { UpdateEventDataStoreRequest, UpdateEventDataStoreResponse } from '@aws-sdk/client-cloudtrail';
import type { Call, Operation } from '../../../endpoint/operation.ts';
import {
  isOrganizationTrail,
  managesOrganization,
  notManagementAccount,
  organizationTrailOwner,
} from '../organization-trails.ts';
import { keyArn } from './CreateEventDataStore.ts';
import { describedEventDataStore, type EventDataStore } from './event-data-store.ts';
import { activeEventDataStore, writeEventDataStore } from './find-event-data-store.ts';
import { checkLakeName, invalidParameter, retentionOf, selectorsOf } from './store-settings.ts';

/** What is not given stays. */
export const UpdateEventDataStore: Operation<
  UpdateEventDataStoreRequest,
  UpdateEventDataStoreResponse
> = async (input, call) => {
  const link = input.OrganizationEnabled ? (await organizationTrailOwner(call)).link : undefined;
  const before = activeEventDataStore(input.EventDataStore, call);
  checkConversion(before, input.OrganizationEnabled, call);
  if (input.Name !== undefined) checkLakeName(input.Name);
  const billingMode = billingModeAfter(before, input);
  const written = writeEventDataStore(call, {
    ...before,
    name: input.Name ?? before.name,
    selectors: input.AdvancedEventSelectors ? selectorsOf(input.AdvancedEventSelectors) : before.selectors,
    isMultiRegion: input.MultiRegionEnabled ?? before.isMultiRegion,
    organization: input.OrganizationEnabled === undefined ? before.organization : link,
    retentionDays: retentionOf(input.RetentionPeriod ?? before.retentionDays, billingMode),
    isTerminationProtected: input.TerminationProtectionEnabled ?? before.isTerminationProtected,
    kmsKeyArn: keyAfter(before, input, call),
    billingMode,
  });
  return describedEventDataStore(call.world, written);
};

/** Only the management account itself makes a store one of the organization, or one of its own again. */
function checkConversion(
  found: EventDataStore,
  wanted: boolean | undefined,
  { world, accountId }: Call,
): void {
  if (wanted === undefined || wanted === isOrganizationTrail(world, found)) return;
  const isOwn = found.accountId === accountId;
  if (!isOwn || (wanted && !managesOrganization(world, accountId))) throw notManagementAccount();
}

function billingModeAfter(before: EventDataStore, { BillingMode: given }: UpdateEventDataStoreRequest) {
  if (given === 'FIXED_RETENTION_PRICING' && before.billingMode !== given) {
    throw invalidParameter('The billing mode cannot be changed back to FIXED_RETENTION_PRICING.');
  }
  return given ?? before.billingMode;
}

/** "After you associate the event data store with a KMS key, the KMS key cannot be removed or changed." */
function keyAfter(before: EventDataStore, { KmsKeyId }: UpdateEventDataStoreRequest, call: Call) {
  if (KmsKeyId === undefined) return before.kmsKeyArn;
  const arn = keyArn(KmsKeyId, call);
  if (before.kmsKeyArn === undefined || before.kmsKeyArn === arn) return arn;
  throw invalidParameter('The KMS key of an event data store cannot be changed.');
}
