import type {
  CreateDetectorRequest,
  DestinationProperties,
  DetectorFeature,
  FeatureStatus,
  FilterAction,
  Finding,
  FindingCriteria,
  IpSetFormat,
} from '@aws-sdk/client-guardduty';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';

export interface Filter {
  readonly name: string;
  readonly description: string;
  readonly action: FilterAction;
  readonly rank: number;
  readonly criteria: FindingCriteria;
  readonly tags: Readonly<Record<string, string>>;
}

interface IpSet {
  readonly name: string;
  readonly format: IpSetFormat;
  readonly location: string;
  readonly isActive: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** An account whose findings an administrator account sees. */
export interface Member {
  readonly accountId: string;
  readonly email: string;
  readonly invitationId: string | undefined;
  readonly invitedAt: number | undefined;
  readonly updatedAt: number;
  readonly status: 'Created' | 'Invited' | 'Enabled' | 'Disabled' | 'Removed' | 'Resigned';
}

interface OrganizationConfiguration {
  readonly autoEnable: 'NEW' | 'ALL' | 'NONE';
}

/** An account's one detector in a Region. */
export interface Detector {
  readonly id: string;
  readonly createdAt: number;
  updatedAt: number;
  isEnabled: boolean;
  findingPublishingFrequency: NonNullable<CreateDetectorRequest['FindingPublishingFrequency']>;
  readonly tags: Readonly<Record<string, string>>;
  /** Protection plans that can be switched; what is not here is disabled. */
  readonly features: Map<DetectorFeature, FeatureStatus>;
  /** By id. */
  readonly findings: Map<string, Finding>;
  /** By name. */
  readonly filters: Map<string, Filter>;
  readonly ipSets: Map<string, IpSet>;
  readonly destinations: Map<string, DestinationProperties>;
  /** By account. */
  readonly members: Map<string, Member>;
  /** The account that sees the findings of this one. */
  administratorId: string | undefined;
  organization: OrganizationConfiguration;
}

interface DetectorSlot {
  detector?: Detector | undefined;
}

const store = { name: 'guardduty.detector', create: (): DetectorSlot => ({}) };

export const detectorSlot = (world: World, accountId: string, region: string): DetectorSlot =>
  world.store(store, accountId, region);

export const detectorSlotOf = ({ world, accountId, region }: Call): DetectorSlot =>
  detectorSlot(world, accountId, region);

/** @throws ServiceError `BadRequestException` when there is no detector of that id */
export function findDetector(id: string | undefined, call: Call): Detector {
  const { detector } = detectorSlotOf(call);
  if (detector && detector.id === id) return detector;
  throw badRequest(
    'The request is rejected because the input detectorId is not owned by the current account.',
  );
}

export const badRequest = (message: string): ServiceError => new ServiceError('BadRequestException', message);

/** @throws ServiceError `BadRequestException`, GuardDuty's answer to every id that it does not know */
export function known<T>(value: T | undefined, parameter: string): T {
  if (value !== undefined) return value;
  throw badRequest(
    `The request is rejected because the input ${parameter} is not owned by the current account.`,
  );
}
