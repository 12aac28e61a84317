import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../../endpoint/test-world.ts';
import { events } from '../events/index.ts';
import { s3 } from './index.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
let aws: ReturnType<typeof testWorld>;
beforeEach(async () => {
  aws = testWorld(s3, events);
  await send('CreateBucket', { Bucket: 'logs' });
});

const send = <Output = unknown>(operation: string, input: object) =>
  aws.send('s3', operation, { Bucket: 'logs', ...input }) as Promise<Output>;
const put = (Key: string, more: object = {}) =>
  send<{ VersionId: string }>('PutObject', { Key, Body: 'x', ...more });
const enableVersioning = () =>
  send('PutBucketVersioning', { VersioningConfiguration: { Status: 'Enabled' } });
const keys = async () =>
  ((await send('ListObjectsV2', {})) as { Contents: { Key: string }[] }).Contents.map(({ Key }) => Key);
const versions = async () =>
  (await send('ListObjectVersions', {})) as { Versions: object[]; DeleteMarkers: { VersionId: string }[] };

describe('Object Lock', () => {
  const lock = (rule?: object) =>
    send('PutObjectLockConfiguration', {
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        ...(rule && { Rule: { DefaultRetention: rule } }),
      },
    });

  test('takes a bucket with versioning, which can then not be suspended', async () => {
    await expect(lock()).rejects.toMatchObject({ code: 'InvalidBucketState', status: 409 });
    await enableVersioning();
    await lock();
    await expect(
      send('PutBucketVersioning', { VersioningConfiguration: { Status: 'Suspended' } }),
    ).rejects.toMatchObject({ code: 'InvalidBucketState' });
  });

  test('of a new bucket brings versioning with it', async () => {
    await aws.send('s3', 'CreateBucket', { Bucket: 'locked', ObjectLockEnabledForBucket: true });
    expect(await aws.send('s3', 'GetBucketVersioning', { Bucket: 'locked' })).toEqual({ Status: 'Enabled' });
    expect(await aws.send('s3', 'GetObjectLockConfiguration', { Bucket: 'locked' })).toEqual({
      ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' },
    });
  });

  test.each([
    { Mode: 'NONE', Days: 1 },
    { Mode: 'COMPLIANCE' },
    { Mode: 'COMPLIANCE', Days: 1, Years: 1 },
    { Mode: 'COMPLIANCE', Days: 0 },
  ])('is not set to %j', async (rule) => {
    await enableVersioning();
    await expect(lock(rule)).rejects.toThrow();
  });

  test('keeps versions for as long as it was set when they came; delete markers hide them', async () => {
    await enableVersioning();
    await lock({ Mode: 'COMPLIANCE', Days: 2 });
    const { VersionId } = await put('a');
    await lock();
    await send('DeleteObject', { Key: 'a' });
    await expect(send('DeleteObject', { Key: 'a', VersionId })).rejects.toMatchObject({ status: 403 });
    expect(await send('DeleteObjects', { Delete: { Objects: [{ Key: 'a', VersionId }] } })).toMatchObject({
      Errors: [{ Key: 'a', Code: 'AccessDenied' }],
    });
    await aws.clock.advance(2 * DAY_MS);
    await send('DeleteObject', { Key: 'a', VersionId });
  });

  test('in governance mode can be bypassed, in compliance mode only made longer', async () => {
    await enableVersioning();
    await lock({ Mode: 'GOVERNANCE', Days: 2 });
    const { VersionId } = await put('a');
    const until = (days: number) => new Date(aws.clock.now() + days * DAY_MS);
    const retain = (Mode: string, days: number) =>
      send('PutObjectRetention', { Key: 'a', VersionId, Retention: { Mode, RetainUntilDate: until(days) } });
    await retain('COMPLIANCE', 3);
    await expect(retain('COMPLIANCE', 2)).rejects.toMatchObject({ code: 'AccessDenied' });
    const bypass = { Key: 'a', VersionId, BypassGovernanceRetention: true };
    await expect(send('DeleteObject', bypass)).rejects.toMatchObject({ status: 403 });
    const other = await put('b');
    await send('DeleteObject', { Key: 'b', VersionId: other.VersionId, BypassGovernanceRetention: true });
  });
});

describe('replication', () => {
  const replicate = (bucket = 'copy') =>
    send('PutBucketReplication', {
      ReplicationConfiguration: {
        Role: 'arn:aws:iam::111122223333:role/replication',
        Rules: [{ Status: 'Enabled', Destination: { Bucket: `arn:aws:s3:::${bucket}` } }],
      },
    });

  test('needs versions here and there, and keeps them on', async () => {
    await expect(replicate()).rejects.toMatchObject({ code: 'InvalidRequest' });
    await enableVersioning();
    await expect(replicate()).rejects.toMatchObject({ code: 'InvalidRequest' });
    await aws.send('s3', 'CreateBucket', { Bucket: 'copy' });
    await expect(replicate()).rejects.toMatchObject({ code: 'InvalidRequest' });
    await aws.send('s3', 'PutBucketVersioning', {
      Bucket: 'copy',
      VersioningConfiguration: { Status: 'Enabled' },
    });
    await replicate();
    expect(await send('GetBucketReplication', {})).toMatchObject({
      ReplicationConfiguration: { Rules: [{ ID: expect.any(String), Status: 'Enabled' }] },
    });
    await expect(
      send('PutBucketVersioning', { VersioningConfiguration: { Status: 'Suspended' } }),
    ).rejects.toMatchObject({ code: 'InvalidBucketState' });
    await send('DeleteBucketReplication', {});
    await send('PutBucketVersioning', { VersioningConfiguration: { Status: 'Suspended' } });
  });
});

describe('lifecycle rules', () => {
  const setRule = (rule: object) =>
    send('PutBucketLifecycleConfiguration', {
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Filter: { Prefix: 'AWSLogs/' }, ...rule }] },
    });

  test('eat what is under their prefix at the midnight after its days', async () => {
    await aws.clock.advance(1);
    await put('AWSLogs/a');
    await put('other');
    await setRule({ Expiration: { Days: 1 } });
    await aws.clock.advance(2 * DAY_MS - 2);
    expect(await keys()).toEqual(['AWSLogs/a', 'other']);
    await aws.clock.advance(1);
    expect(await keys()).toEqual(['other']);
  });

  test('eat nothing once they are gone or disabled', async () => {
    await put('AWSLogs/a');
    await setRule({ Expiration: { Days: 1 }, Status: 'Disabled' });
    await aws.clock.advance(3 * DAY_MS);
    await setRule({ Expiration: { Days: 1 } });
    await send('DeleteBucketLifecycle', {});
    await aws.clock.advance(3 * DAY_MS);
    expect(await keys()).toEqual(['AWSLogs/a']);
  });

  test('only mark what has versions, and take old versions and lone markers for themselves', async () => {
    await enableVersioning();
    await put('AWSLogs/a');
    await setRule({ Expiration: { Days: 1 }, NoncurrentVersionExpiration: { NoncurrentDays: 1 } });
    await aws.clock.advance(DAY_MS);
    expect(await keys()).toEqual([]);
    expect(await versions()).toMatchObject({ Versions: [{}], DeleteMarkers: [{}] });
    await aws.clock.advance(DAY_MS);
    expect(await versions()).toMatchObject({ Versions: [], DeleteMarkers: [{}] });
    await setRule({ Expiration: { ExpiredObjectDeleteMarker: true } });
    await aws.clock.advance(DAY_MS);
    expect(await versions()).toMatchObject({ Versions: [], DeleteMarkers: [] });
  });

  test('that ask for a tag eat what somebody tags', async () => {
    await put('AWSLogs/a');
    await put('AWSLogs/b', { Tagging: 'expire=no' });
    await setRule({
      Filter: { And: { Prefix: 'AWSLogs/', Tags: [{ Key: 'expire', Value: 'yes' }] } },
      Expiration: { Days: 1 },
    });
    await send('PutObjectTagging', {
      Key: 'AWSLogs/a',
      Tagging: { TagSet: [{ Key: 'expire', Value: 'yes' }] },
    });
    await aws.clock.advance(2 * DAY_MS);
    expect(await keys()).toEqual(['AWSLogs/b']);
  });
});

describe('events of objects', () => {
  const seen = async (run: () => Promise<unknown>) => {
    const matched: unknown[] = [];
    aws.world.on('matched', ({ event }) => matched.push([event['detail-type'], event.detail]));
    await aws.send('events', 'PutRule', { Name: 'all', EventPattern: '{"source":["aws.s3"]}' });
    await run();
    await aws.clock.advance(0);
    return matched;
  };

  test('reach the bus of the owner once the bucket sends them there', async () => {
    const notify = { NotificationConfiguration: { EventBridgeConfiguration: {} } };
    const matched = await seen(async () => {
      await put('a');
      await send('PutBucketNotificationConfiguration', notify);
      await put('b');
      await send('DeleteObject', { Key: 'b' });
    });
    const object = { key: 'b', sequencer: expect.any(String) };
    const who = { 'request-id': 'test', requester: '111122223333', 'source-ip-address': '192.0.2.1' };
    const bucket = { name: 'logs' };
    expect(matched).toEqual([
      [
        'Object Created',
        {
          version: '0',
          bucket,
          object: { ...object, size: 1, etag: expect.any(String) },
          ...who,
          reason: 'PutObject',
        },
      ],
      [
        'Object Deleted',
        {
          version: '0',
          bucket,
          object,
          ...who,
          reason: 'DeleteObject',
          'deletion-type': 'Permanently Deleted',
        },
      ],
    ]);
  });

  test('go to no queue that does not let S3 in', async () => {
    const queue = { QueueArn: 'arn:aws:sqs:us-east-1:111122223333:q', Events: ['s3:ObjectCreated:*'] };
    await expect(
      send('PutBucketNotificationConfiguration', {
        NotificationConfiguration: { QueueConfigurations: [queue] },
      }),
    ).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});
