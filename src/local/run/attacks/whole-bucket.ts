import { locationOf } from '../prepare.ts';
import { ACCOUNT_ID } from '../start.ts';
import type { Clients, Fields } from './connect.ts';
import { delivery, policy, trust } from './policies.ts';
import { LOG_FILES, WHOLE } from './whole-names.ts';

interface LogBucket {
  readonly key: string;
  readonly region: string;
  readonly isBucketLocked?: boolean;
  readonly expiryDays?: number;
}

const VERSIONED = { VersioningConfiguration: { Status: 'Enabled' } } as const;

/** Makes the log bucket with all its settings, and the buckets that these need. */
export async function makeBuckets({ s3, iam }: Clients, how: LogBucket): Promise<void> {
  const { bucket: Bucket, replicaBucket } = WHOLE;
  const { isBucketLocked = true } = how;
  const create = (name: string, more: Fields = {}) =>
    s3('CreateBucket', { Bucket: name, CreateBucketConfiguration: locationOf(how.region), ...more });
  await Promise.all([
    create(WHOLE.accessBucket),
    create(WHOLE.dataBucket),
    create(replicaBucket),
    create(Bucket, { ObjectLockEnabledForBucket: isBucketLocked }),
    iam('CreateRole', { RoleName: 'replicator', AssumeRolePolicyDocument: trust('s3.amazonaws.com') }),
  ]);
  await s3('PutBucketVersioning', { Bucket: replicaBucket, ...VERSIONED });
  if (isBucketLocked) await s3('PutObjectLockConfiguration', { Bucket, ...lockFor(365) });
  else await s3('PutBucketVersioning', { Bucket, ...VERSIONED });
  // Versioning cannot be suspended where objects are locked or replicated.
  if (isBucketLocked) await s3('PutBucketReplication', { Bucket, ...replicationTo(replicaBucket) });
  const settings = Object.entries(bucketSettings(how));
  await Promise.all(settings.map(([operation, input]) => s3(operation, { Bucket, ...input })));
  await Promise.all(LOG_FILES.map((Key) => s3('PutObject', { Bucket, Key, Body: '{}' })));
}

export const PUBLIC_ACCESS_BLOCK = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
} as const;

/** What the log bucket is set to, by the call that does it. */
const bucketSettings = ({ key, expiryDays = 2555 }: LogBucket) => ({
  PutBucketPolicy: { Policy: bucketPolicy() },
  PutPublicAccessBlock: { PublicAccessBlockConfiguration: PUBLIC_ACCESS_BLOCK },
  PutBucketOwnershipControls: { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
  PutBucketEncryption: encryptionBy(key),
  PutBucketLifecycleConfiguration: { LifecycleConfiguration: { Rules: [expiryAfter(expiryDays)] } },
  PutBucketLogging: {
    BucketLoggingStatus: { LoggingEnabled: { TargetBucket: WHOLE.accessBucket, TargetPrefix: 'trail/' } },
  },
  PutBucketNotificationConfiguration: { NotificationConfiguration: { EventBridgeConfiguration: {} } },
});

/** The bucket's policy, and what somebody adds to it. */
export const bucketPolicy = (...more: readonly Fields[]): string =>
  policy(...delivery(WHOLE.bucket), ...more);

export const expiryAfter = (days: number, more: Fields = {}): Fields => ({
  ID: `expire-after-${days}-days`,
  Status: 'Enabled',
  Filter: { Prefix: '' },
  Expiration: { Days: days },
  ...more,
});

export const encryptionBy = (KMSMasterKeyID: string): Fields => ({
  ServerSideEncryptionConfiguration: {
    Rules: [
      {
        ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID },
        BucketKeyEnabled: true,
      },
    ],
  },
});

export const lockFor = (Days: number): Fields => ({
  ObjectLockConfiguration: {
    ObjectLockEnabled: 'Enabled',
    Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days } },
  },
});

export const replicationTo = (bucket: string, Status = 'Enabled'): Fields => ({
  ReplicationConfiguration: {
    Role: `arn:aws:iam::${ACCOUNT_ID}:role/replicator`,
    Rules: [
      {
        ID: 'copy',
        Status,
        Priority: 1,
        Filter: { Prefix: '' },
        DeleteMarkerReplication: { Status: 'Disabled' },
        Destination: { Bucket: `arn:aws:s3:::${bucket}` },
      },
    ],
  },
});
