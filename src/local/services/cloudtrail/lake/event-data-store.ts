import type {
  AdvancedEventSelector,
  BillingMode,
  ContextKeySelector,
  EventDataStoreStatus,
  GetEventDataStoreResponse,
  MaxEventSize,
} from '@aws-sdk/client-cloudtrail';
import type { World } from '../../../endpoint/world.ts';
import { isOrganizationTrail } from '../organization-trails.ts';
import type { OrganizationLink } from '../trail.ts';

/** An event data store of CloudTrail Lake. It takes no events in here: what it would do can be read and changed. */
export interface EventDataStore {
  readonly arn: string;
  readonly accountId: string;
  readonly name: string;
  readonly status: EventDataStoreStatus;
  readonly selectors: readonly AdvancedEventSelector[];
  readonly isMultiRegion: boolean;
  /** As for trails: whether it still is one of the organization, `isOrganizationTrail` says. */
  readonly organization?: OrganizationLink | undefined;
  readonly retentionDays: number;
  readonly isTerminationProtected: boolean;
  readonly kmsKeyArn?: string | undefined;
  readonly billingMode: BillingMode;
  /** While query federation is enabled. */
  readonly federationRoleArn?: string | undefined;
  readonly maxEventSize: MaxEventSize;
  readonly contextKeys: readonly ContextKeySelector[];
  readonly createdAt: number;
  readonly updatedAt: number;
  /** What it was before somebody deleted it. */
  readonly statusBefore?: EventDataStoreStatus | undefined;
}

const store = {
  name: 'cloudtrail.event-data-stores',
  create: () => new Map<string, EventDataStore>(),
};

/** An account's event data stores in their home Region, by ARN. */
export const eventDataStoresOf = (
  world: World,
  accountId: string,
  region: string,
): Map<string, EventDataStore> => world.store(store, accountId, region);

export const isFederated = ({ federationRoleArn }: EventDataStore): boolean =>
  federationRoleArn !== undefined;

/** What creating, updating, restoring and reading answer; reading alone tells of federation. */
export const describedEventDataStore = (world: World, found: EventDataStore): GetEventDataStoreResponse => ({
  EventDataStoreArn: found.arn,
  Name: found.name,
  Status: found.status,
  AdvancedEventSelectors: [...found.selectors],
  MultiRegionEnabled: found.isMultiRegion,
  OrganizationEnabled: isOrganizationTrail(world, found),
  RetentionPeriod: found.retentionDays,
  TerminationProtectionEnabled: found.isTerminationProtected,
  CreatedTimestamp: new Date(found.createdAt),
  UpdatedTimestamp: new Date(found.updatedAt),
  KmsKeyId: found.kmsKeyArn,
  BillingMode: found.billingMode,
});
