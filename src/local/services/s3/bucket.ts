import type {
  Grant,
  LifecycleRule,
  LoggingEnabled,
  NotificationConfiguration,
  ObjectLockConfiguration,
  ObjectLockRetention,
  OwnershipControls,
  Payer,
  PublicAccessBlockConfiguration,
  ReplicationConfiguration,
  ServerSideEncryptionConfiguration,
  Tag,
  TransitionDefaultMinimumObjectSize,
  VersioningConfiguration,
} from '@aws-sdk/client-s3';
import { partitionOf } from '../../endpoint/partition.ts';
import type { World } from '../../endpoint/world.ts';

/** One version of an object, or the marker that it was deleted. */
export interface ObjectVersion {
  /** `null` for what was written while versioning was not enabled. */
  readonly versionId: string;
  readonly modifiedAt: number;
  /** Absent for a delete marker. */
  readonly content?: ObjectContent;
  tags?: readonly Tag[];
  /** Until when this version cannot be deleted. */
  retention?: ObjectLockRetention;
}

export interface ObjectContent {
  readonly body: Uint8Array;
  readonly etag: string;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly encryption: ObjectEncryption;
}

/** How an object is encrypted. Its bytes are kept as they came: what counts is who could read them. */
export interface ObjectEncryption {
  readonly algorithm: 'AES256' | 'aws:kms' | 'aws:kms:dsse';
  readonly kmsKeyArn?: string | undefined;
  /** The MD5 of a key that only the customer has (SSE-C). */
  readonly customerKeyMd5?: string | undefined;
}

/** What can be set on a bucket beside its objects, under the names of the API's sub-resources. */
export interface BucketSettings {
  policy?: string | undefined;
  versioning?: VersioningConfiguration | undefined;
  encryption?: ServerSideEncryptionConfiguration | undefined;
  publicAccessBlock?: PublicAccessBlockConfiguration | undefined;
  lifecycle?:
    | { Rules: LifecycleRule[]; TransitionDefaultMinimumObjectSize: TransitionDefaultMinimumObjectSize }
    | undefined;
  ownershipControls?: OwnershipControls | undefined;
  tagging?: Tag[] | undefined;
  logging?: LoggingEnabled | undefined;
  /** What the owner granted; absent for the owner's own full control. */
  grants?: readonly Grant[] | undefined;
  notification?: NotificationConfiguration | undefined;
  replication?: ReplicationConfiguration | undefined;
  objectLock?: ObjectLockConfiguration | undefined;
  payer?: Payer | undefined;
}

export interface Bucket {
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly createdAt: number;
  readonly settings: BucketSettings;
  /** Versions by key, newest first. */
  readonly objects: Map<string, ObjectVersion[]>;
}

const buckets = { name: 's3.buckets', create: () => new Map<string, Bucket>() };

/** All buckets of all accounts: their names are one namespace. */
export const bucketsOf = (world: World): Map<string, Bucket> =>
  world.store(buckets, 'all-accounts', 'aws-global');

export const findBucket = (world: World, name: string): Bucket | undefined => bucketsOf(world).get(name);

/**
 * What a bucket has when nobody set anything.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html
 */
export const settingsOfNewBucket = (): BucketSettings => ({
  encryption: defaultEncryption(),
  ownershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  publicAccessBlock: {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  },
});

export const defaultEncryption = (): ServerSideEncryptionConfiguration => ({
  Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }],
});

export const arnOfBucket = ({ name, region }: Pick<Bucket, 'name' | 'region'>): string =>
  `arn:${partitionOf(region)}:s3:::${name}`;

export const isVersioned = ({ settings }: Bucket): boolean => settings.versioning?.Status === 'Enabled';
