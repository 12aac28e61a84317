import { ACCOUNT_ID } from '../start.ts';
import type { Act, Attack } from './attack.ts';
import type { Fields } from './connect.ts';
import { allow, CLOUDTRAIL, deny } from './policies.ts';
import type { Scene } from './scene.ts';
import {
  bucketPolicy,
  encryptionBy,
  expiryAfter,
  lockFor,
  PUBLIC_ACCESS_BLOCK,
  replicationTo,
} from './whole-bucket.ts';
import { WHOLE } from './whole-names.ts';

/** A call on the log bucket. */
const onBucket =
  (operation: string, input: Fields | ((scene: Scene) => Fields) = {}): Act =>
  (scene) =>
    scene.s3(operation, { Bucket: scene.bucket, ...(typeof input === 'function' ? input(scene) : input) });

const twin = (title: string, act: Act) => ({ twin: { title, act } });

const replicate = onBucket('PutBucketReplication', replicationTo(WHOLE.replicaBucket));

/** What the bucket is set to is restored, and shows in an event and in the state. */
const bucket = (attack: Pick<Attack, 'id' | 'name' | 'title' | 'act'> & Partial<Attack>): Attack => ({
  ends: 'restored',
  seenBy: 'both',
  ...attack,
});

const files = `arn:aws:s3:::${WHOLE.bucket}/*`;
const noDelivery = deny(CLOUDTRAIL, 's3:PutObject', { Resource: files });
const auditorsRead = allow({ AWS: `arn:aws:iam::${ACCOUNT_ID}:user/operator` }, 's3:GetObject', {
  Resource: files,
});

const block = (change: Fields) => ({ PublicAccessBlockConfiguration: { ...PUBLIC_ACCESS_BLOCK, ...change } });
const lifecycle = (...Rules: readonly Fields[]) => ({ LifecycleConfiguration: { Rules } });
const ownership = (ObjectOwnership: string) => ({ OwnershipControls: { Rules: [{ ObjectOwnership }] } });
const logging = (LoggingEnabled?: Fields) => ({ BucketLoggingStatus: { LoggingEnabled } });

/** Every version of every file, past the lock in governance mode, then the bucket itself. */
export const emptyAndDelete: Act = async (scene) => {
  const { s3, bucket: Bucket } = scene;
  const { Versions = [], DeleteMarkers = [] } = (await s3('ListObjectVersions', { Bucket })) as {
    readonly Versions?: readonly Fields[];
    readonly DeleteMarkers?: readonly Fields[];
  };
  for (const { Key, VersionId } of [...Versions, ...DeleteMarkers])
    await s3('DeleteObject', { Bucket, Key, VersionId, BypassGovernanceRetention: true });
  await s3('DeleteBucket', { Bucket });
};

/** Who reads the bucket’s ACL is told by its owner’s id; a stranger’s is as long. */
const letStrangersWrite: Act = async (scene) => {
  await onBucket('PutBucketOwnershipControls', ownership('ObjectWriter'))(scene);
  const { Owner } = await scene.s3('GetBucketAcl', { Bucket: scene.bucket });
  const { ID } = Owner as { readonly ID?: string };
  const grant = (id: string | undefined, Permission: string) => ({
    Grantee: { Type: 'CanonicalUser', ID: id },
    Permission,
  });
  await onBucket('PutBucketAcl', {
    AccessControlPolicy: { Owner, Grants: [grant(ID, 'FULL_CONTROL'), grant('f'.repeat(64), 'WRITE')] },
  })(scene);
};

async function encryptWithStrangersKey(scene: Scene): Promise<void> {
  const { KeyMetadata } = await scene.stranger.kms('CreateKey');
  await onBucket('PutBucketEncryption', encryptionBy((KeyMetadata as { readonly Arn: string }).Arn))(scene);
}

/** Group F of the catalogue: the log bucket. */
export const BUCKET_ATTACKS: readonly Attack[] = [
  bucket({
    id: 'CT-40',
    name: 'bucket-deleted',
    title: 'Empty the bucket and delete it',
    ends: 'partly',
    act: emptyAndDelete,
    undo: replicate,
    ...twin('Delete a bucket of nobody’s', async ({ s3, region }) => {
      await s3('CreateBucket', {
        Bucket: 'lab-1',
        CreateBucketConfiguration: { LocationConstraint: region },
      });
      await s3('DeleteBucket', { Bucket: 'lab-1' });
    }),
  }),
  bucket({
    id: 'CT-41',
    name: 'bucket-policy-deleted',
    title: 'Delete the bucket’s policy',
    act: onBucket('DeleteBucketPolicy'),
  }),
  bucket({
    id: 'CT-42',
    name: 'bucket-policy-denied',
    title: 'Deny CloudTrail to write, by the bucket’s policy',
    act: onBucket('PutBucketPolicy', { Policy: bucketPolicy(noDelivery) }),
    ...twin(
      'Let the account’s auditors read',
      onBucket('PutBucketPolicy', { Policy: bucketPolicy(auditorsRead) }),
    ),
  }),
  bucket({
    id: 'CT-43',
    name: 'lifecycle-one-day',
    title: 'Let log files expire after a day',
    act: onBucket('PutBucketLifecycleConfiguration', lifecycle(expiryAfter(1))),
    ...twin(
      'Let other files expire after a day',
      onBucket(
        'PutBucketLifecycleConfiguration',
        lifecycle(expiryAfter(2555), expiryAfter(1, { Filter: { Prefix: 'scratch/' } })),
      ),
    ),
  }),
  bucket({
    id: 'CT-44',
    name: 'lifecycle-removed',
    title: 'Remove the lifecycle rules',
    // Nothing is kept shorter by it, and putting the rules back would delete what somebody may want to keep.
    ends: 'told',
    undo: onBucket('PutBucketLifecycleConfiguration', lifecycle(expiryAfter(2555))),
    act: onBucket('DeleteBucketLifecycle'),
    ...twin(
      'Put the same rule again',
      onBucket('PutBucketLifecycleConfiguration', lifecycle(expiryAfter(2555))),
    ),
  }),
  bucket({
    id: 'CT-45',
    name: 'versioning-suspended',
    // S3 does not let versioning be suspended where objects are locked or replicated.
    needs: 'unlocked',
    title: 'Suspend the bucket’s versioning',
    act: onBucket('PutBucketVersioning', { VersioningConfiguration: { Status: 'Suspended' } }),
    ...twin(
      'Enable it, where it is enabled',
      onBucket('PutBucketVersioning', { VersioningConfiguration: { Status: 'Enabled' } }),
    ),
  }),
  bucket({
    id: 'CT-46',
    name: 'access-logging-off',
    title: 'Stop logging who reads the bucket',
    act: onBucket('PutBucketLogging', logging()),
    ...twin(
      'Log it to where it is logged',
      onBucket('PutBucketLogging', logging({ TargetBucket: WHOLE.accessBucket, TargetPrefix: 'trail/' })),
    ),
  }),
  bucket({
    id: 'CT-47',
    name: 'public-access-opened',
    title: 'Remove the block of public access',
    act: onBucket('DeletePublicAccessBlock'),
    ...twin('Put the same block again', onBucket('PutPublicAccessBlock', block({}))),
  }),
  bucket({
    id: 'CT-48',
    name: 'bucket-acl-opened',
    title: 'Let strangers write by the bucket’s ACL',
    act: letStrangersWrite,
  }),
  bucket({
    id: 'CT-49',
    name: 'ownership-changed',
    title: 'Let objects belong to who writes them',
    act: onBucket('PutBucketOwnershipControls', ownership('ObjectWriter')),
    ...twin(
      'Put the same ownership again',
      onBucket('PutBucketOwnershipControls', ownership('BucketOwnerEnforced')),
    ),
  }),
  bucket({
    id: 'CT-50',
    name: 'default-encryption-changed',
    title: 'Encrypt what comes with a stranger’s key',
    act: encryptWithStrangersKey,
    ...twin(
      'Put the same encryption again',
      onBucket('PutBucketEncryption', ({ key }) => encryptionBy(key)),
    ),
  }),
  bucket({
    id: 'CT-51',
    name: 'object-lock-weakened',
    title: 'Shorten the lock of new files to a day',
    act: onBucket('PutObjectLockConfiguration', lockFor(1)),
    ...twin('Lock new files for longer', onBucket('PutObjectLockConfiguration', lockFor(730))),
  }),
  bucket({
    id: 'CT-52',
    name: 'replication-off',
    title: 'Stop the copies to the replica',
    ends: 'told',
    act: onBucket('DeleteBucketReplication'),
    undo: replicate,
    ...twin('Put the same rule again', replicate),
  }),
  bucket({
    id: 'CT-53',
    name: 'bucket-notification-removed',
    title: 'Stop telling EventBridge of log files',
    act: onBucket('PutBucketNotificationConfiguration', { NotificationConfiguration: {} }),
    ...twin(
      'Put the same notification again',
      onBucket('PutBucketNotificationConfiguration', {
        NotificationConfiguration: { EventBridgeConfiguration: {} },
      }),
    ),
  }),
];
