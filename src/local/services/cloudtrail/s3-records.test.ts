import { beforeEach, describe, expect, test } from 'vitest';
import { mallory } from '../../endpoint/test-world.ts';
import { s3control } from '../s3control/index.ts';
import { BUCKET, trailWorld } from './test-trail-world.ts';

let aws: ReturnType<typeof trailWorld>;
beforeEach(async () => {
  aws = trailWorld({}, s3control);
  await aws.createBucket();
});

const last = () => aws.recorded.at(-1)?.record;
const XMLNS = 'http://s3.amazonaws.com/doc/2006-03-01/';
const ofBucket = { bucketName: BUCKET, Host: `${BUCKET}.s3.us-east-1.amazonaws.com` };
const resources = [{ accountId: '111122223333', type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${BUCKET}` }];

/** A call, the name it is recorded under, and what its record says of it beside the bucket. */
const calls: readonly [operation: string, input: object, eventName: string, parameters: object][] = [
  [
    'PutBucketVersioning',
    { VersioningConfiguration: { Status: 'Suspended' } },
    'PutBucketVersioning',
    { versioning: '', VersioningConfiguration: { xmlns: XMLNS, Status: 'Suspended' } },
  ],
  ['DeleteBucketLifecycle', {}, 'DeleteBucketLifecycle', { lifecycle: '' }],
  [
    'PutBucketEncryption',
    {
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'k' } }],
      },
    },
    'PutBucketEncryption',
    {
      encryption: '',
      ServerSideEncryptionConfiguration: {
        xmlns: XMLNS,
        Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'k' } },
      },
    },
  ],
  ['DeleteBucketEncryption', {}, 'DeleteBucketEncryption', { encryption: '' }],
  [
    'PutBucketLogging',
    { BucketLoggingStatus: {} },
    'PutBucketLogging',
    { logging: '', BucketLoggingStatus: { xmlns: XMLNS } },
  ],
  [
    'PutPublicAccessBlock',
    { PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: false } },
    'PutBucketPublicAccessBlock',
    {
      publicAccessBlock: '',
      PublicAccessBlockConfiguration: { xmlns: XMLNS, BlockPublicAcls: true, BlockPublicPolicy: false },
    },
  ],
  ['DeletePublicAccessBlock', {}, 'DeleteBucketPublicAccessBlock', { publicAccessBlock: '' }],
  [
    'PutBucketNotificationConfiguration',
    { NotificationConfiguration: { EventBridgeConfiguration: {} } },
    'PutBucketNotification',
    { notification: '', NotificationConfiguration: { xmlns: XMLNS, EventBridgeConfiguration: '' } },
  ],
  ['DeleteBucketReplication', {}, 'DeleteBucketReplication', { replication: '' }],
  [
    'PutBucketTagging',
    { Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } },
    'PutBucketTagging',
    { tagging: '', Tagging: { xmlns: XMLNS, TagSet: { Tag: { Key: 'a', Value: 'b' } } } },
  ],
  ['DeleteBucketOwnershipControls', {}, 'DeleteBucketOwnershipControls', { ownershipControls: '' }],
];

describe('S3 records', () => {
  test.each(calls)('%s %j as %s', async (operation, input, eventName, parameters) => {
    await aws.call('s3', operation, { Bucket: BUCKET, ...input });
    expect(last()).toMatchObject({
      eventSource: 's3.amazonaws.com',
      eventName,
      responseElements: null,
      resources,
      additionalEventData: { SignatureVersion: 'SigV4' },
    });
    expect(last()?.requestParameters).toEqual({ ...ofBucket, ...parameters });
  });

  test('a lock under the name of its sub-resource', async () => {
    await aws.call('s3', 'CreateBucket', { Bucket: 'locked', ObjectLockEnabledForBucket: true });
    const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled' };
    await aws.call('s3', 'PutObjectLockConfiguration', { Bucket: 'locked', ObjectLockConfiguration });
    expect(last()).toMatchObject({
      eventName: 'PutBucketObjectLockConfiguration',
      requestParameters: { bucketName: 'locked', 'object-lock': '', ObjectLockConfiguration },
    });
  });

  test('grants as their XML says them, and those of headers by header', async () => {
    const OwnershipControls = { Rules: [{ ObjectOwnership: 'ObjectWriter' }] };
    await aws.call('s3', 'PutBucketOwnershipControls', { Bucket: BUCKET, OwnershipControls });
    const { Owner } = (await aws.call('s3', 'GetBucketAcl', { Bucket: BUCKET })) as { Owner: { ID: string } };
    const Grantee = { Type: 'CanonicalUser', ID: Owner.ID };
    const AccessControlPolicy = { Owner, Grants: [{ Grantee, Permission: 'FULL_CONTROL' }] };
    await aws.call('s3', 'PutBucketAcl', { Bucket: BUCKET, AccessControlPolicy });
    expect(last()?.requestParameters).toEqual({
      ...ofBucket,
      acl: '',
      AccessControlPolicy: {
        xmlns: XMLNS,
        Owner,
        AccessControlList: {
          Grant: {
            Grantee: {
              'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
              'xsi:type': 'CanonicalUser',
              ID: Owner.ID,
            },
            Permission: 'FULL_CONTROL',
          },
        },
      },
    });
    await aws.call('s3', 'PutBucketAcl', { Bucket: BUCKET, ACL: 'private' });
    expect(last()?.requestParameters).toEqual({ ...ofBucket, acl: '', 'x-amz-acl': 'private' });
  });

  test('an attempt on a bucket that is not empty, with the bucket', async () => {
    await aws.call('s3', 'PutObject', { Bucket: BUCKET, Key: 'a', Body: 'x' });
    await expect(aws.call('s3', 'DeleteBucket', { Bucket: BUCKET })).rejects.toThrow();
    expect(last()).toMatchObject({
      eventName: 'DeleteBucket',
      errorCode: 'BucketNotEmpty',
      requestParameters: ofBucket,
      resources,
    });
  });

  test.each([
    ['Put', { PublicAccessBlockConfiguration: { BlockPublicAcls: false } }],
    ['Delete', {}],
    ['Get', {}],
  ])('the block of an account as S3’s own: %sAccountPublicAccessBlock', async (verb, body) => {
    const AccountId = '111122223333';
    const put = { AccountId, PublicAccessBlockConfiguration: {} };
    await aws.call('s3control', 'PutPublicAccessBlock', put);
    await aws.call('s3control', `${verb}PublicAccessBlock`, { AccountId, ...body });
    expect(last()).toMatchObject({
      eventSource: 's3.amazonaws.com',
      eventName: `${verb}AccountPublicAccessBlock`,
      readOnly: verb === 'Get',
      requestParameters: { accountId: AccountId, ...body },
      responseElements: null,
    });
  });

  test('a batch operation as an event of the service too', async () => {
    await aws.createLoggingTrail('main');
    await aws.call('s3control', 'CreateJob', {
      AccountId: '111122223333',
      ClientRequestToken: 'one',
      Operation: { S3DeleteObjectTagging: {} },
      Manifest: {},
    });
    expect(aws.recorded.at(-2)).toMatchObject({
      delivered: true,
      record: {
        eventType: 'AwsServiceEvent',
        eventSource: 's3.amazonaws.com',
        eventName: 'JobCreated',
        userIdentity: { invokedBy: 's3.amazonaws.com' },
        serviceEventDetails: { jobId: expect.any(String), status: 'New' },
      },
    });
  });
});

describe('what another account does to a bucket', () => {
  test('is recorded in both accounts, in the owner’s with the caller’s account alone', async () => {
    const Policy = JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: '444455556666' },
        Action: 's3:PutBucketVersioning',
        Resource: `arn:aws:s3:::${BUCKET}`,
      },
    });
    await aws.call('s3', 'PutBucketPolicy', { Bucket: BUCKET, Policy });
    aws.recorded.length = 0;
    const suspend = { Bucket: BUCKET, VersioningConfiguration: { Status: 'Suspended' } };
    await aws.call('s3', 'PutBucketVersioning', suspend, { caller: mallory });
    const [theirs, ours] = aws.recorded.map(({ record }) => record);
    expect(theirs).toMatchObject({ recipientAccountId: '444455556666', userIdentity: { arn: mallory.arn } });
    expect(ours).toMatchObject({
      eventName: 'PutBucketVersioning',
      recipientAccountId: '111122223333',
      sharedEventID: theirs?.sharedEventID,
      requestParameters: theirs?.requestParameters,
    });
    expect(ours?.userIdentity).toEqual({
      type: 'AWSAccount',
      principalId: 'AIDAMALLORY',
      accountId: '444455556666',
    });
    expect(ours?.eventID).not.toBe(theirs?.eventID);
  });

  test('is the caller’s to know when it is refused', async () => {
    aws.recorded.length = 0;
    await expect(aws.call('s3', 'DeleteBucket', { Bucket: BUCKET }, { caller: mallory })).rejects.toThrow();
    expect(aws.recorded.map(({ record }) => record.recipientAccountId)).toEqual(['444455556666']);
  });
});
