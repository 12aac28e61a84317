import { beforeEach, describe, expect, test } from 'vitest';
import { mallory, testWorld } from '../../endpoint/test-world.ts';
import { s3 } from './index.ts';

let aws: ReturnType<typeof testWorld>;
beforeEach(() => {
  aws = testWorld(s3);
});

const send = (operation: string, input: object, caller?: typeof mallory) =>
  aws.send('s3', operation, input, caller);

describe('buckets', () => {
  test('have one namespace for all accounts', async () => {
    await send('CreateBucket', { Bucket: 'logs' });
    await expect(send('CreateBucket', { Bucket: 'logs' })).rejects.toMatchObject({
      code: 'BucketAlreadyOwnedByYou',
      status: 409,
    });
    await expect(send('CreateBucket', { Bucket: 'logs' }, mallory)).rejects.toMatchObject({
      code: 'BucketAlreadyExists',
    });
    await expect(send('HeadBucket', { Bucket: 'logs' }, mallory)).rejects.toMatchObject({ status: 403 });
    expect(await send('ListBuckets', {})).toMatchObject({ Buckets: [{ Name: 'logs' }] });
    expect(await send('ListBuckets', {}, mallory)).toMatchObject({ Buckets: [] });
  });

  test.each(['ab', 'Logs', 'a..b', '-logs', '192.168.5.4', 'xn--logs', 'logs-s3alias'])(
    'are never named %s',
    async (Bucket) => {
      await expect(send('CreateBucket', { Bucket })).rejects.toMatchObject({ code: 'InvalidBucketName' });
    },
  );

  test('are made in the Region the call is signed for, which us-east-1 never names', async () => {
    const create = (LocationConstraint: string) =>
      send('CreateBucket', { Bucket: 'logs', CreateBucketConfiguration: { LocationConstraint } });
    await expect(create('eu-west-1')).rejects.toMatchObject({ code: 'IllegalLocationConstraintException' });
    await expect(create('us-east-1')).rejects.toMatchObject({ code: 'InvalidLocationConstraint' });
    await send('CreateBucket', { Bucket: 'logs' });
    expect(await send('GetBucketLocation', { Bucket: 'logs' })).toEqual({});
  });

  test('are deleted only when empty', async () => {
    await send('CreateBucket', { Bucket: 'logs' });
    await send('PutObject', { Bucket: 'logs', Key: 'a', Body: Buffer.from('x') });
    await expect(send('DeleteBucket', { Bucket: 'logs' })).rejects.toMatchObject({
      code: 'BucketNotEmpty',
      status: 409,
    });
    await send('DeleteObject', { Bucket: 'logs', Key: 'a' });
    await send('DeleteBucket', { Bucket: 'logs' });
    await expect(send('HeadBucket', { Bucket: 'logs' })).rejects.toMatchObject({ code: 'NoSuchBucket' });
  });

  test('leave their name to whoever takes it next', async () => {
    await send('CreateBucket', { Bucket: 'logs' });
    await send('DeleteBucket', { Bucket: 'logs' });
    await send('CreateBucket', { Bucket: 'logs' }, mallory);
    const mine = { Bucket: 'logs', ExpectedBucketOwner: '111122223333' };
    await expect(send('HeadBucket', mine, mallory)).rejects.toMatchObject({ status: 403 });
  });
});

describe('what is set on a bucket', () => {
  beforeEach(() => send('CreateBucket', { Bucket: 'logs' }));

  test.each([
    ['GetBucketPolicy', 'NoSuchBucketPolicy'],
    ['GetBucketLifecycleConfiguration', 'NoSuchLifecycleConfiguration'],
    ['GetBucketTagging', 'NoSuchTagSet'],
    ['GetBucketCors', 'NoSuchCORSConfiguration'],
    ['GetBucketWebsite', 'NoSuchWebsiteConfiguration'],
    ['GetBucketReplication', 'ReplicationConfigurationNotFoundError'],
    ['GetObjectLockConfiguration', 'ObjectLockConfigurationNotFoundError'],
  ])('%s says so when there is none', async (operation, code) => {
    await expect(send(operation, { Bucket: 'logs' })).rejects.toMatchObject({ code, status: 404 });
  });

  test.each([
    ['GetBucketVersioning', { Status: undefined }],
    ['GetBucketLogging', { LoggingEnabled: undefined }],
    ['GetBucketAccelerateConfiguration', {}],
    ['GetBucketNotificationConfiguration', {}],
    ['GetBucketRequestPayment', { Payer: 'BucketOwner' }],
    ['GetPublicAccessBlock', { PublicAccessBlockConfiguration: { BlockPublicPolicy: true } }],
    [
      'GetBucketOwnershipControls',
      { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
    ],
    [
      'GetBucketEncryption',
      {
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      },
    ],
    ['GetBucketAcl', { Grants: [{ Permission: 'FULL_CONTROL' }] }],
  ])('%s answers with what every bucket has', async (operation, expected) => {
    expect(await send(operation, { Bucket: 'logs' })).toMatchObject(expected);
  });

  test('is read back as it was put, until it is deleted', async () => {
    const lifecycle = { Rules: [{ ID: 'year', Status: 'Enabled', Filter: {}, Expiration: { Days: 365 } }] };
    await send('PutBucketLifecycleConfiguration', { Bucket: 'logs', LifecycleConfiguration: lifecycle });
    expect(await send('GetBucketLifecycleConfiguration', { Bucket: 'logs' })).toMatchObject(lifecycle);
    await send('DeleteBucketLifecycle', { Bucket: 'logs' });
    await expect(send('GetBucketLifecycleConfiguration', { Bucket: 'logs' })).rejects.toThrow();
    await send('PutBucketTagging', { Bucket: 'logs', Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } });
    expect(await send('GetBucketTagging', { Bucket: 'logs' })).toEqual({
      TagSet: [{ Key: 'a', Value: 'b' }],
    });
  });

  test.each([
    ['PutBucketRequestPayment', { RequestPaymentConfiguration: { Payer: 'Nobody' } }, 'MalformedXML'],
    ['PutBucketEncryption', { ServerSideEncryptionConfiguration: { Rules: [] } }, 'MalformedXML'],
    [
      'PutBucketLifecycleConfiguration',
      { LifecycleConfiguration: { Rules: [{ Status: 'Enabled' }] } },
      'MalformedXML',
    ],
    [
      'PutBucketOwnershipControls',
      { OwnershipControls: { Rules: [{ ObjectOwnership: 'Mine' }] } },
      'MalformedXML',
    ],
    ['PutObjectLockConfiguration', { ObjectLockConfiguration: {} }, 'MalformedXML'],
  ])('%s refuses what says nothing S3 knows', async (operation, input, code) => {
    await expect(send(operation, { Bucket: 'logs', ...input })).rejects.toMatchObject({ code });
  });

  test('a policy is kept as text, and refused when it is none, is foreign or lets everyone in', async () => {
    const policy = (principal: unknown, resource = 'arn:aws:s3:::logs/*') =>
      JSON.stringify({
        Statement: [{ Effect: 'Allow', Principal: principal, Action: 's3:GetObject', Resource: resource }],
      });
    const put = (Policy: string) => send('PutBucketPolicy', { Bucket: 'logs', Policy });
    const good = policy({ Service: 'cloudtrail.amazonaws.com' });
    await put(good);
    expect(await send('GetBucketPolicy', { Bucket: 'logs' })).toEqual({ Policy: good });
    expect(await send('GetBucketPolicyStatus', { Bucket: 'logs' })).toEqual({
      PolicyStatus: { IsPublic: false },
    });
    await expect(put('{')).rejects.toMatchObject({ code: 'MalformedPolicy' });
    await expect(put(policy('*', 'arn:aws:s3:::other/*'))).rejects.toMatchObject({ code: 'MalformedPolicy' });
    await expect(put(policy('*'))).rejects.toMatchObject({ code: 'AccessDenied' });
  });
});

describe('objects', () => {
  beforeEach(() => send('CreateBucket', { Bucket: 'logs' }));
  const put = (Key: string, text = 'x') =>
    send('PutObject', { Bucket: 'logs', Key, Body: Buffer.from(text), Metadata: { who: 'me' } });

  test('are given back with what was put beside them', async () => {
    await put('a/b.json', 'hello');
    const got = (await send('GetObject', { Bucket: 'logs', Key: 'a/b.json' })) as { Body: Uint8Array };
    expect(got).toMatchObject({ ContentLength: 5, Metadata: { who: 'me' } });
    expect(Buffer.from(got.Body).toString()).toBe('hello');
    await expect(send('HeadObject', { Bucket: 'logs', Key: 'none' })).rejects.toMatchObject({
      code: 'NoSuchKey',
      status: 404,
    });
  });

  test.each([
    [{ IfNoneMatch: '*' }, 'NotImplemented'],
    [{ SSEKMSKeyId: 'alias/mine' }, 'InvalidArgument'],
    [{ Tagging: 'a=b&a=c' }, 'InvalidTag'],
    [{ ACL: 'public-read' }, 'AccessControlListNotSupported'],
  ])('are not put with %o', async (more, code) => {
    const object = { Bucket: 'logs', Key: 'a', Body: Buffer.from('x') };
    await expect(send('PutObject', { ...object, ...more })).rejects.toMatchObject({ code });
    await send('PutObject', { ...object, ACL: 'bucket-owner-full-control' });
  });

  test('are listed in order, page by page, rolled up at the delimiter', async () => {
    for (const key of ['b', 'a/2', 'a/1', 'c']) await put(key);
    const list = (more: object) => send('ListObjectsV2', { Bucket: 'logs', ...more });
    expect(await list({ Delimiter: '/' })).toMatchObject({
      KeyCount: 3,
      CommonPrefixes: [{ Prefix: 'a/' }],
      Contents: [{ Key: 'b' }, { Key: 'c' }],
    });
    const first = (await list({ MaxKeys: 3 })) as { NextContinuationToken: string };
    expect(first).toMatchObject({
      IsTruncated: true,
      Contents: [{ Key: 'a/1' }, { Key: 'a/2' }, { Key: 'b' }],
    });
    expect(await list({ ContinuationToken: first.NextContinuationToken })).toMatchObject({
      IsTruncated: false,
      Contents: [{ Key: 'c' }],
    });
  });

  test('are listed in the older form too, whose last key or prefix starts the next page', async () => {
    for (const key of ['b', 'a/2', 'a/1']) await put(key);
    const list = (more: object) => send('ListObjects', { Bucket: 'logs', ...more });
    expect(await list({ MaxKeys: 2 })).toMatchObject({
      IsTruncated: true,
      NextMarker: undefined,
      Contents: [{ Key: 'a/1' }, { Key: 'a/2' }],
    });
    expect(await list({ Marker: 'a/2' })).toMatchObject({ IsTruncated: false, Contents: [{ Key: 'b' }] });
    expect(await list({ MaxKeys: 1, Delimiter: '/' })).toMatchObject({ NextMarker: 'a/' });
  });

  test('in a versioned bucket are only marked as deleted', async () => {
    await put('a', 'before versioning');
    await send('PutBucketVersioning', { Bucket: 'logs', VersioningConfiguration: { Status: 'Enabled' } });
    await put('a', 'second');
    expect(await send('DeleteObject', { Bucket: 'logs', Key: 'a' })).toMatchObject({ DeleteMarker: true });
    await expect(send('GetObject', { Bucket: 'logs', Key: 'a' })).rejects.toMatchObject({
      code: 'NoSuchKey',
    });
    const all = (await send('ListObjectVersions', { Bucket: 'logs' })) as {
      Versions: { Key: string; VersionId: string }[];
      DeleteMarkers: { Key: string; VersionId: string }[];
    };
    expect(all.Versions.map(({ VersionId }) => VersionId === 'null')).toEqual([false, true]);
    const Objects = [...all.Versions, ...all.DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    await send('DeleteObjects', { Bucket: 'logs', Delete: { Objects } });
    await send('DeleteBucket', { Bucket: 'logs' });
  });

  test('that a read would need a part of are refused by name', async () => {
    await put('a');
    await expect(send('GetObject', { Bucket: 'logs', Key: 'a', Range: 'bytes=0-1' })).rejects.toMatchObject({
      code: 'NotImplemented',
    });
  });
});
