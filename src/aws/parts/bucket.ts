import { canonicalPart } from '../../domain/canonical/part.ts';
import { asJsonObject, type JsonObject } from '../../domain/json.ts';
import type { PartName } from '../../domain/parts.ts';
import type { DependencyOwner } from '../../domain/ports.ts';
import { type PartsRead, readPart } from '../../domain/snapshot.ts';
import { orNullFor } from '../aws-error.ts';
import type { CallAws } from '../call-aws.ts';
import { type BucketSight, locateBucket } from '../locate-bucket.ts';
import { absent, elsewhere, taken, unread } from './unread.ts';

interface Reading {
  readonly operation: string;
  /** The code by which S3 says that the bucket has no such configuration. */
  readonly absent?: string;
  /** What of the answer is the part. */
  readonly pick: (answer: JsonObject) => unknown;
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList */
const READINGS = {
  'bucket.policy': {
    operation: 'GetBucketPolicy',
    absent: 'NoSuchBucketPolicy',
    pick: ({ Policy }) => Policy,
  },
  'bucket.publicAccessBlock': {
    operation: 'GetPublicAccessBlock',
    absent: 'NoSuchPublicAccessBlockConfiguration',
    pick: ({ PublicAccessBlockConfiguration }) => PublicAccessBlockConfiguration,
  },
  'bucket.versioning': { operation: 'GetBucketVersioning', pick: (answer) => answer },
  'bucket.lifecycle': {
    operation: 'GetBucketLifecycleConfiguration',
    absent: 'NoSuchLifecycleConfiguration',
    pick: (answer) => answer,
  },
  'bucket.encryption': {
    operation: 'GetBucketEncryption',
    absent: 'ServerSideEncryptionConfigurationNotFoundError',
    pick: ({ ServerSideEncryptionConfiguration }) => ServerSideEncryptionConfiguration,
  },
  'bucket.ownership': {
    operation: 'GetBucketOwnershipControls',
    absent: 'OwnershipControlsNotFoundError',
    pick: ({ OwnershipControls }) => firstOf(asJsonObject(OwnershipControls).Rules).ObjectOwnership,
  },
  'bucket.acl': { operation: 'GetBucketAcl', pick: (answer) => answer },
  'bucket.objectLock': {
    operation: 'GetObjectLockConfiguration',
    absent: 'ObjectLockConfigurationNotFoundError',
    // Without a rule the lock is there, and keeps nothing by itself.
    pick: ({ ObjectLockConfiguration }) =>
      asJsonObject(asJsonObject(ObjectLockConfiguration).Rule).DefaultRetention ?? {},
  },
  'bucket.notification': { operation: 'GetBucketNotificationConfiguration', pick: (answer) => answer },
  'bucket.replication': {
    operation: 'GetBucketReplication',
    absent: 'ReplicationConfigurationNotFoundError',
    pick: ({ ReplicationConfiguration }) => ReplicationConfiguration,
  },
  'bucket.logging': { operation: 'GetBucketLogging', pick: ({ LoggingEnabled }) => LoggingEnabled },
} as const satisfies { readonly [Name in PartName & `bucket.${string}`]: Reading };

const CONFIGURATIONS = Object.keys(READINGS) as readonly (keyof typeof READINGS)[];
const NAMES: readonly PartName[] = ['bucket', ...CONFIGURATIONS];
/** What every bucket has. */
const NEVER_ABSENT: readonly PartName[] = ['bucket.versioning', 'bucket.acl', 'bucket.notification'];

/** The parts of a trail's bucket, in whatever Region it is; one of another account is not read. */
export async function readBucket(
  bucket: string,
  about: DependencyOwner,
  callAws: CallAws,
): Promise<PartsRead> {
  const owner = about.bucketOwner ?? about.accountId;
  const seen = await readPart(() => locateBucket({ bucket, owner, region: about.trailRegion }, callAws));
  if (!seen.read) return unread(NAMES, seen.reason);
  const { value } = seen;
  if (value.sight === 'gone')
    return absent(NAMES, { never: NEVER_ABSENT, reason: 'there is no such bucket' });
  if (owner !== about.accountId) return elsewhere(NAMES, `the bucket belongs to account ${owner}`);
  if (value.sight === 'found') return readConfigurations(bucket, owner, value.region, callAws);
  if (!(await isAnothers(bucket, value, callAws)))
    return unread(NAMES, 'S3 answers 403: the bucket is another account’s, or denies this guard');
  return about.bucketOwner === null
    ? elsewhere(NAMES, 'the bucket belongs to another account')
    : taken(NAMES, 'another account has a bucket of this name now');
}

/**
 * S3 refuses the owner that was expected, and lets us look when none is; or answers nobody, and the account's own buckets are others: then
 * it is somebody else's for certain.
 */
const isAnothers = async (
  bucket: string,
  { region }: BucketSight & { readonly region: string },
  callAws: CallAws,
): Promise<boolean> => {
  const seen = await readPart(() => locateBucket({ bucket, region }, callAws));
  if (seen.read && seen.value.sight === 'found') return true;
  const own = await readPart(() => isOwn(bucket, region, callAws));
  return own.read && !own.value;
};

/**
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html
 * @throws when the list does not end, or the answer is none
 */
async function isOwn(bucket: string, region: string, callAws: CallAws): Promise<boolean> {
  const input = { Prefix: bucket };
  const answer = await callAws({ service: 's3', operation: 'ListBuckets', region, input });
  if (!Array.isArray(answer.Buckets)) throw new Error('ListBuckets answered no list');
  if (answer.Buckets.some((one) => asJsonObject(one).Name === bucket)) return true;
  if (answer.ContinuationToken) throw new Error('ListBuckets goes on');
  return false;
}

async function readConfigurations(
  bucket: string,
  owner: string,
  region: string,
  callAws: CallAws,
): Promise<PartsRead> {
  const input = { Bucket: bucket, ExpectedBucketOwner: owner };
  const read = CONFIGURATIONS.map(async (name) => {
    const { operation, pick, absent: code }: Reading = READINGS[name];
    const part = await readPart(async () => {
      const answer = await orNullFor(
        callAws({ service: 's3', operation, region, input }),
        code ? [code] : [],
      );
      return answer && canonicalPart(name, pick(answer));
    });
    return [name, part] as const;
  });
  const identity = { read: true, value: { Name: bucket, Region: region } } as const;
  return { bucket: identity, ...Object.fromEntries(await Promise.all(read)) };
}

const firstOf = (list: unknown): JsonObject => asJsonObject(Array.isArray(list) ? list[0] : undefined);
