import { beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../endpoint/caller.ts';
import { mallory } from '../../endpoint/test-world.ts';
import { BUCKET, bucketPolicy, trailArn, trailWorld } from './test-trail-world.ts';

const FIVE_MINUTES_MS = 5 * 60 * 1000;
let aws: ReturnType<typeof trailWorld>;
beforeEach(async () => {
  aws = trailWorld();
  await aws.createBucket();
});

const status = () => aws.send('GetTrailStatus', { Name: trailArn('main') });
const deliver = () => aws.clock.advance(FIVE_MINUTES_MS);

const lettingIn = (Principal: object, Action: string | string[] = 'kms:*') => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: '*',
});
const account = lettingIn({ AWS: 'arn:aws:iam::111122223333:root' });
const cloudTrail = lettingIn({ Service: 'cloudtrail.amazonaws.com' }, [
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
]);
const keyPolicy = (...statements: object[]) => JSON.stringify({ Statement: statements });

async function createKey(caller?: Caller): Promise<string> {
  const options = caller ? { caller } : {};
  const Policy = keyPolicy(account, lettingIn({ AWS: '444455556666' }), cloudTrail);
  const { KeyMetadata } = (await aws.call('kms', 'CreateKey', { Policy }, options)) as {
    KeyMetadata: { Arn: string };
  };
  return KeyMetadata.Arn;
}

const encryptBucketWith = (KMSMasterKeyID: string) =>
  aws.call('s3', 'PutBucketEncryption', {
    Bucket: BUCKET,
    ServerSideEncryptionConfiguration: {
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID } }],
    },
  });

/** What is done to a trail's key, what undoes it, and what S3 answers to CloudTrail meanwhile. */
const attacks: readonly [
  name: string,
  operation: string,
  input: object,
  error: string,
  undo: string,
  undoing: object,
][] = [
  ['disabled', 'DisableKey', {}, 'KMS.DisabledException', 'EnableKey', {}],
  [
    'closed to CloudTrail',
    'PutKeyPolicy',
    { Policy: keyPolicy(account) },
    'AccessDenied',
    'PutKeyPolicy',
    { Policy: keyPolicy(account, cloudTrail) },
  ],
  [
    'denied to CloudTrail',
    'PutKeyPolicy',
    { Policy: keyPolicy(account, cloudTrail, { ...cloudTrail, Effect: 'Deny' }) },
    'AccessDenied',
    'PutKeyPolicy',
    { Policy: keyPolicy(account, cloudTrail) },
  ],
];

describe('a trail whose key is', () => {
  test.each(attacks)(
    '%s delivers nothing until that is undone',
    async (_, operation, input, error, undo, undoing) => {
      const KeyId = await createKey();
      await aws.createLoggingTrail('main', { KmsKeyId: KeyId });
      await aws.call('kms', operation, { KeyId, ...input });
      await deliver();
      expect(await status()).toMatchObject({ IsLogging: true, LatestDeliveryError: error });
      await aws.call('kms', undo, { KeyId, ...undoing });
      await deliver();
      expect(await status()).toMatchObject({
        LatestDeliveryError: undefined,
        LatestDeliveryTime: expect.any(Date),
      });
    },
  );

  test('pending deletion delivers again only when it is enabled, not when deletion is cancelled', async () => {
    const KeyId = await createKey();
    await aws.createLoggingTrail('main', { KmsKeyId: KeyId });
    await aws.call('kms', 'ScheduleKeyDeletion', { KeyId });
    await deliver();
    expect(await status()).toMatchObject({ LatestDeliveryError: 'KMS.KMSInvalidStateException' });
    await aws.call('kms', 'CancelKeyDeletion', { KeyId });
    await deliver();
    expect(await status()).toMatchObject({ LatestDeliveryError: 'KMS.DisabledException' });
    await aws.call('kms', 'EnableKey', { KeyId });
    await deliver();
    expect(await status()).toMatchObject({ LatestDeliveryError: undefined });
  });

  test('in a key store that is disconnected delivers nothing', async () => {
    const { CustomKeyStoreId } = (await aws.call('kms', 'CreateCustomKeyStore', {
      CustomKeyStoreName: 'hsm',
      CloudHsmClusterId: 'cluster-1',
      TrustAnchorCertificate: 'certificate',
      KeyStorePassword: 'password',
    })) as { CustomKeyStoreId: string };
    await aws.call('kms', 'ConnectCustomKeyStore', { CustomKeyStoreId });
    const { KeyMetadata } = (await aws.call('kms', 'CreateKey', {
      Origin: 'AWS_CLOUDHSM',
      CustomKeyStoreId,
      Policy: keyPolicy(account, cloudTrail),
    })) as { KeyMetadata: { Arn: string } };
    await aws.createLoggingTrail('main', { KmsKeyId: KeyMetadata.Arn });
    await aws.call('kms', 'DisconnectCustomKeyStore', { CustomKeyStoreId });
    await deliver();
    expect(await status()).toMatchObject({ LatestDeliveryError: 'KMS.KMSInvalidStateException' });
  });
});

describe('a trail without a key of its own', () => {
  test('uses the one that its bucket encrypts with', async () => {
    const KeyId = await createKey();
    await encryptBucketWith(KeyId);
    await aws.createLoggingTrail('main');
    await deliver();
    const { Contents } = (await aws.call('s3', 'ListObjectsV2', { Bucket: BUCKET })) as {
      Contents: { Key: string }[];
    };
    const file = { Bucket: BUCKET, Key: Contents[0]?.Key };
    expect(await aws.call('s3', 'HeadObject', file)).toMatchObject({ SSEKMSKeyId: KeyId });
    await aws.call('kms', 'DisableKey', { KeyId });
    await expect(aws.call('s3', 'GetObject', file)).rejects.toMatchObject({ code: 'KMS.DisabledException' });
  });

  test('delivers nothing when its bucket is given a key that is not there, or lets CloudTrail in no more', async () => {
    await aws.createLoggingTrail('main');
    await encryptBucketWith('arn:aws:kms:us-east-1:444455556666:key/none');
    await deliver();
    expect(await status()).toMatchObject({ LatestDeliveryError: 'KMS.NotFoundException' });
    const KeyId = await createKey(mallory);
    await aws.call(
      'kms',
      'PutKeyPolicy',
      { KeyId, Policy: keyPolicy(lettingIn({ AWS: '444455556666' })) },
      { caller: mallory },
    );
    await encryptBucketWith(KeyId);
    await deliver();
    expect(await status()).toMatchObject({ LatestDeliveryError: 'AccessDenied' });
    await aws.call('s3', 'DeleteBucketEncryption', { Bucket: BUCKET });
    await deliver();
    expect(await status()).toMatchObject({ LatestDeliveryError: undefined });
  });

  test('cannot be made on a bucket whose key does not let CloudTrail in', async () => {
    const KeyId = await createKey();
    await aws.call('kms', 'PutKeyPolicy', { KeyId, Policy: keyPolicy(account) });
    await encryptBucketWith(KeyId);
    await expect(aws.createTrail('main')).rejects.toMatchObject({
      code: 'InsufficientEncryptionPolicyException',
    });
  });
});

describe('a bucket', () => {
  const putPolicy = (statements: readonly object[], Bucket = BUCKET, caller?: Caller) =>
    aws.call(
      's3',
      'PutBucketPolicy',
      { Bucket, Policy: JSON.stringify({ Statement: statements }) },
      caller ? { caller } : {},
    );
  const own = () => JSON.parse(bucketPolicy(BUCKET)).Statement as object[];

  test.each<[string, object]>([
    ['everyone', { Principal: '*' }],
    ['CloudTrail', { Principal: { Service: 'cloudtrail.amazonaws.com' } }],
  ])('that denies %s the writing of objects gets no log files', async (_, principal) => {
    await aws.createLoggingTrail('main');
    const Resource = `arn:aws:s3:::${BUCKET}/*`;
    await putPolicy([...own(), { Effect: 'Deny', ...principal, Action: 's3:PutObject', Resource }]);
    await deliver();
    expect(await status()).toMatchObject({ LatestDeliveryError: 'AccessDenied' });
  });

  test('that wants another trail gets no log files', async () => {
    await aws.createLoggingTrail('main');
    const Policy = bucketPolicy(BUCKET, { 'aws:SourceArn': trailArn('other') });
    await aws.call('s3', 'PutBucketPolicy', { Bucket: BUCKET, Policy });
    await deliver();
    expect(await status()).toMatchObject({ LatestDeliveryError: 'AccessDenied' });
  });

  test('of a log-archive account gets the log files of a trail that its policy names', async () => {
    const archive = { caller: mallory };
    await aws.call('s3', 'CreateBucket', { Bucket: 'archive' }, archive);
    const Policy = bucketPolicy('archive', { 'aws:SourceArn': trailArn('main') });
    await aws.call('s3', 'PutBucketPolicy', { Bucket: 'archive', Policy }, archive);
    const KmsKeyId = await createKey(mallory);
    await aws.createLoggingTrail('main', { S3BucketName: 'archive', KmsKeyId });
    await deliver();
    expect(await status()).toMatchObject({
      LatestDeliveryError: undefined,
      LatestDeliveryTime: expect.any(Date),
    });
    await expect(aws.call('s3', 'GetBucketPolicy', { Bucket: 'archive' })).rejects.toMatchObject({
      code: 'AccessDenied',
    });
    await aws.call('kms', 'DisableKey', { KeyId: KmsKeyId }, archive);
    await deliver();
    expect(await status()).toMatchObject({ LatestDeliveryError: 'KMS.DisabledException' });
  });

  test('whose name somebody else took gets no log files until he lets CloudTrail in, and then all', async () => {
    await aws.createLoggingTrail('main');
    await aws.call('s3', 'DeleteBucket', { Bucket: BUCKET });
    await aws.call('s3', 'CreateBucket', { Bucket: BUCKET }, { caller: mallory });
    await deliver();
    expect(await status()).toMatchObject({ LatestDeliveryError: 'AccessDenied' });
    await aws.call(
      's3',
      'PutBucketPolicy',
      { Bucket: BUCKET, Policy: bucketPolicy(BUCKET) },
      { caller: mallory },
    );
    await deliver();
    expect(await status()).toMatchObject({ LatestDeliveryError: undefined });
  });
});

test('a topic that does not let CloudTrail publish is told, and log files go on', async () => {
  const { TopicArn } = (await aws.call('sns', 'CreateTopic', { Name: 'files' })) as { TopicArn: string };
  const setPolicy = (service: string) =>
    aws.call('sns', 'SetTopicAttributes', {
      TopicArn,
      AttributeName: 'Policy',
      AttributeValue: JSON.stringify({
        Statement: { ...lettingIn({ Service: service }, 'SNS:Publish'), Resource: TopicArn },
      }),
    });
  await setPolicy('cloudtrail.amazonaws.com');
  await aws.createLoggingTrail('main', { SnsTopicName: 'files' });
  await setPolicy('config.amazonaws.com');
  await deliver();
  expect(await status()).toMatchObject({
    LatestNotificationError: 'AuthorizationError',
    LatestDeliveryError: undefined,
  });
});
