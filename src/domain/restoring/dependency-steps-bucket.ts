import type { Baseline } from '../baseline/baseline.ts';
import type { Drift, DriftPath } from '../drift.ts';
import type { JsonObject } from '../json.ts';
import type { BucketIdentity, ObjectLock, PartName, Parts } from '../parts.ts';
import type { RestoringCall } from '../restoring-call.ts';
import type { Step } from '../step.ts';
import type { About } from './dependency-steps.ts';
import { exactly, hasPath, type Repair, stepsOf, under } from './dependency-steps-repair.ts';

/**
 * What puts the bucket back. Every call says whose bucket it must be, so that nothing is done to one that somebody else made under
 * this name. A bucket is made again only where it was this account's.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
 */
export function bucketSteps(
  drifts: readonly Drift[],
  { parts, bucketOwner }: Baseline,
  { trailArn, bucketRegion, accountId }: About,
): readonly Step[] {
  const isGone = hasPath(drifts, 'bucket');
  if (isGone && bucketOwner !== accountId) return [];
  const target = {
    Bucket: parts.trail.S3BucketName,
    ...(bucketOwner !== null && { ExpectedBucketOwner: bucketOwner }),
  };
  const repairs = [...creation(parts), ...settings(parts, drifts).map((repair) => ofBucket(repair, target))];
  const region = isGone ? (parts.bucket?.Region ?? bucketRegion) : bucketRegion;
  return stepsOf(repairs, drifts, { region, trailArn });
}

const ofBucket = (repair: Repair, target: JsonObject): Repair => ({
  ...repair,
  input: { ...target, ...repair.input },
});

const creation = ({ bucket }: Parts): readonly Repair[] =>
  bucket ? [{ call: 'CreateBucket', undoes: exactly('bucket'), input: creationInput(bucket) }] : [];

/** us-east-1 is no constraint that S3 takes. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
const creationInput = ({ Name, Region }: BucketIdentity): JsonObject => ({
  Bucket: Name,
  ...(Region !== 'us-east-1' && { CreateBucketConfiguration: { LocationConstraint: Region } }),
});

/**
 * In the order that S3 needs: versions before copies and locks, ACLs allowed before they are set, the public shut out before a
 * policy. The policy comes before the rest, of which it may deny any.
 */
function settings(parts: Parts, drifts: readonly Drift[]): readonly Repair[] {
  const isGone = hasPath(drifts, 'bucket');
  return [
    ...repair('bucket.versioning', 'PutBucketVersioning', versioning(parts), 'bucket.versioning.Status'),
    ...repair('bucket.publicAccessBlock', 'PutPublicAccessBlock', publicAccessBlock(parts)),
    ...ownershipAndAcl(parts, drifts),
    ...policy(parts, isGone),
    ...repair('bucket.encryption', 'PutBucketEncryption', encryption(parts)),
    ...repair('bucket.objectLock', 'PutObjectLockConfiguration', objectLock(parts)),
    ...lifecycle(parts, isGone),
    ...replication(parts, isGone),
    ...repair('bucket.notification', 'PutBucketNotificationConfiguration', notification(parts)),
    ...repair('bucket.logging', 'PutBucketLogging', logging(parts)),
  ];
}

/** @param input null: the baseline does not declare it, or there was nothing */
const repair = (
  part: PartName,
  call: RestoringCall,
  input: JsonObject | null,
  path: DriftPath = part,
): readonly Repair[] => (input ? [{ call, undoes: under(path, 'bucket'), input }] : []);

/** MFA delete takes the root user and a device in hand. */
const versioning = ({ 'bucket.versioning': wanted }: Parts): JsonObject | null =>
  wanted?.Status === 'Enabled' ? { VersioningConfiguration: { Status: 'Enabled' } } : null;

const publicAccessBlock = ({ 'bucket.publicAccessBlock': wanted }: Parts): JsonObject | null =>
  wanted ? { PublicAccessBlockConfiguration: wanted } : null;

/**
 * S3 takes an ACL only while BucketOwnerEnforced is off, and BucketOwnerEnforced only while the ACL lets in nobody else. So with it
 * approved the ACL is set where it was turned off, before it is turned on again; otherwise it alone keeps everybody out.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-ownership-error-responses.html
 */
function ownershipAndAcl(
  { 'bucket.ownership': ownership, 'bucket.acl': acl }: Parts,
  drifts: readonly Drift[],
): readonly Repair[] {
  const controls = ownership ? { OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] } } : null;
  const list = acl ? { AccessControlPolicy: { Owner: { ID: acl.OwnerId }, Grants: acl.Grants } } : null;
  const isGone = hasPath(drifts, 'bucket');
  if (ownership !== 'BucketOwnerEnforced')
    return [
      ...repair('bucket.ownership', 'PutBucketOwnershipControls', controls),
      // A new bucket starts with ACLs off, and lets in nobody.
      ...repair('bucket.acl', 'PutBucketAcl', isGone && !ownership ? null : list),
    ];
  const isOff = hasPath(drifts, 'bucket.ownership') && !isGone;
  const undoes = exactly('bucket.ownership', 'bucket.acl', 'bucket');
  return [
    ...repair('bucket.acl', 'PutBucketAcl', isOff ? list : null),
    ...(controls ? [{ call: 'PutBucketOwnershipControls', undoes, input: controls } as const] : []),
  ];
}

function policy({ 'bucket.policy': wanted }: Parts, isGone: boolean): readonly Repair[] {
  if (wanted) return repair('bucket.policy', 'PutBucketPolicy', { Policy: JSON.stringify(wanted) });
  return isGone || wanted === undefined ? [] : repair('bucket.policy', 'DeleteBucketPolicy', {});
}

/** S3 encrypts everything: AES256 is what a bucket has without a choice. */
function encryption({ 'bucket.encryption': wanted }: Parts): JsonObject | null {
  if (wanted === undefined) return null;
  const byDefault = { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] };
  return { ServerSideEncryptionConfiguration: wanted ?? byDefault };
}

const objectLock = ({ 'bucket.objectLock': wanted }: Parts): JsonObject | null =>
  wanted ? { ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', ...retention(wanted) } } : null;

const retention = ({ Mode, Days, Years }: ObjectLock): JsonObject =>
  Mode ? { Rule: { DefaultRetention: { Mode, ...(Days === null ? { Years } : { Days }) } } } : {};

function lifecycle({ 'bucket.lifecycle': wanted }: Parts, isGone: boolean): readonly Repair[] {
  if (wanted)
    return repair('bucket.lifecycle', 'PutBucketLifecycleConfiguration', { LifecycleConfiguration: wanted });
  return isGone || wanted === undefined ? [] : repair('bucket.lifecycle', 'DeleteBucketLifecycle', {});
}

function replication({ 'bucket.replication': wanted }: Parts, isGone: boolean): readonly Repair[] {
  if (wanted)
    return repair('bucket.replication', 'PutBucketReplication', { ReplicationConfiguration: wanted });
  return isGone || wanted === undefined ? [] : repair('bucket.replication', 'DeleteBucketReplication', {});
}

const notification = ({ 'bucket.notification': wanted }: Parts): JsonObject | null =>
  wanted ? { NotificationConfiguration: wanted } : null;

const logging = ({ 'bucket.logging': wanted }: Parts): JsonObject | null =>
  wanted ? { BucketLoggingStatus: { LoggingEnabled: wanted } } : null;
