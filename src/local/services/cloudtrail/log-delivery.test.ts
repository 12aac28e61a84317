import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { BUCKET, bucketPolicy, trailArn, trailWorld } from './test-trail-world.ts';

const FIVE_MINUTES_MS = 5 * 60 * 1000;
let aws: ReturnType<typeof trailWorld>;
beforeEach(async () => {
  aws = trailWorld();
  await aws.createBucket();
});

const status = (region = 'us-east-1') => aws.send('GetTrailStatus', { Name: trailArn('main') }, { region });

/** The names of the recorded calls in each log file. */
async function logFiles(): Promise<{ key: string; names: string[] }[]> {
  const { Contents } = (await aws.call('s3', 'ListObjectsV2', { Bucket: BUCKET })) as {
    Contents: { Key: string }[];
  };
  return Promise.all(
    Contents.map(async ({ Key }) => {
      const { Body } = (await aws.call('s3', 'GetObject', { Bucket: BUCKET, Key })) as { Body: Uint8Array };
      const { Records } = JSON.parse(gunzipSync(Body).toString()) as { Records: { eventName: string }[] };
      return { key: Key, names: Records.map(({ eventName }) => eventName) };
    }),
  );
}

describe('log files', () => {
  test('are written some five minutes after what they tell, and the status says so', async () => {
    await aws.createLoggingTrail('main');
    await aws.send('StopLogging', { Name: 'main' });
    await aws.call('kms', 'CreateKey');
    expect(await status()).not.toHaveProperty('LatestDeliveryTime');
    await aws.clock.advance(FIVE_MINUTES_MS);
    const [file, ...others] = await logFiles();
    expect(others).toEqual([]);
    expect(file?.names).toEqual(['StartLogging', 'StopLogging']);
    expect(file?.key).toMatch(
      /^AWSLogs\/111122223333\/CloudTrail\/us-east-1\/2026\/01\/01\/111122223333_CloudTrail_us-east-1_20260101T0005Z_\w+\.json\.gz$/,
    );
    expect(await status()).toMatchObject({
      LatestDeliveryTime: new Date(aws.clock.now()),
      LatestDeliveryError: undefined,
      LatestDeliveryAttemptSucceeded: '2026-01-01T00:05:00Z',
    });
  });

  test('of other Regions are told by the shadow there', async () => {
    await aws.createLoggingTrail('main', { IsMultiRegionTrail: true });
    await aws.call('kms', 'CreateKey', {}, { region: 'eu-west-1' });
    await aws.clock.advance(FIVE_MINUTES_MS);
    expect((await logFiles()).map(({ key, names }) => [key.split('/')[3], names])).toEqual([
      ['eu-west-1', ['CreateKey']],
      ['us-east-1', ['StartLogging']],
    ]);
    expect(await status('eu-west-1')).toMatchObject({ LatestDeliveryTime: new Date(aws.clock.now()) });
    expect(await status('ap-south-1')).not.toHaveProperty('LatestDeliveryTime');
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['has lost its policy', () => aws.call('s3', 'DeleteBucketPolicy', { Bucket: BUCKET }), 'AccessDenied'],
    ['is gone', () => aws.call('s3', 'DeleteBucket', { Bucket: BUCKET }), 'NoSuchBucket'],
  ])('wait while the bucket %s, and are written once it is back', async (_, breakBucket, error) => {
    await aws.createLoggingTrail('main');
    await breakBucket();
    await aws.clock.advance(FIVE_MINUTES_MS);
    expect(await status()).toMatchObject({ IsLogging: true, LatestDeliveryError: error });
    expect(await status()).not.toHaveProperty('LatestDeliveryTime');
    if (error === 'NoSuchBucket') await aws.createBucket();
    await aws.call('s3', 'PutBucketPolicy', { Bucket: BUCKET, Policy: bucketPolicy(BUCKET) });
    await aws.clock.advance(FIVE_MINUTES_MS);
    expect(await status()).toMatchObject({
      LatestDeliveryError: undefined,
      LatestDeliveryTime: new Date(aws.clock.now()),
    });
    expect((await logFiles())[0]?.names[0]).toBe('StartLogging');
  });

  test('of a trail that was deleted are written no more', async () => {
    await aws.createLoggingTrail('main');
    await aws.send('DeleteTrail', { Name: 'main' });
    await aws.createLoggingTrail('main');
    await aws.clock.advance(FIVE_MINUTES_MS);
    expect((await logFiles()).map(({ names }) => names)).toEqual([['StartLogging']]);
  });

  test('are told to the topic of the trail', async () => {
    const { TopicArn } = (await aws.call('sns', 'CreateTopic', { Name: 'log-files' })) as {
      TopicArn: string;
    };
    const Policy = JSON.stringify({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudtrail.amazonaws.com' },
          Action: 'SNS:Publish',
          Resource: TopicArn,
        },
      ],
    });
    await expect(aws.createTrail('main', { SnsTopicName: 'log-files' })).rejects.toMatchObject({
      code: 'InsufficientSnsTopicPolicyException',
    });
    await aws.call('sns', 'SetTopicAttributes', {
      TopicArn,
      AttributeName: 'Policy',
      AttributeValue: Policy,
    });
    await aws.createLoggingTrail('main', { SnsTopicName: 'log-files' });
    await aws.clock.advance(FIVE_MINUTES_MS);
    expect(await status()).toMatchObject({ LatestNotificationTime: new Date(aws.clock.now()) });
    await aws.call('sns', 'DeleteTopic', { TopicArn });
    await aws.clock.advance(FIVE_MINUTES_MS);
    expect(await status()).toMatchObject({ LatestNotificationError: 'NotFound' });
  });

  test('go to the log group of the trail as well, until the role may not write there', async () => {
    const group = 'arn:aws:logs:us-east-1:111122223333:log-group:trail';
    const document = (statement: object) =>
      JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
    await aws.call('logs', 'CreateLogGroup', { logGroupName: 'trail' });
    await aws.call('iam', 'CreateRole', {
      RoleName: 'to-logs',
      AssumeRolePolicyDocument: document({
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceArn': trailArn('main') } },
      }),
    });
    await aws.call('iam', 'PutRolePolicy', {
      RoleName: 'to-logs',
      PolicyName: 'write',
      PolicyDocument: document({ Action: 'logs:*', Resource: '*' }),
    });
    await aws.createLoggingTrail('main', {
      CloudWatchLogsLogGroupArn: `${group}:*`,
      CloudWatchLogsRoleArn: 'arn:aws:iam::111122223333:role/to-logs',
    });
    await aws.clock.advance(FIVE_MINUTES_MS);
    const { events } = (await aws.call('logs', 'FilterLogEvents', { logGroupName: 'trail' })) as {
      events: { message: string; logStreamName: string }[];
    };
    expect(events.map(({ message }) => JSON.parse(message).eventName)).toEqual(['StartLogging']);
    expect(events[0]?.logStreamName).toBe('111122223333_CloudTrail_us-east-1');
    await aws.call('iam', 'DeleteRolePolicy', { RoleName: 'to-logs', PolicyName: 'write' });
    await aws.clock.advance(FIVE_MINUTES_MS);
    expect(await status()).toMatchObject({
      LatestCloudWatchLogsDeliveryError: 'AccessDenied',
      LatestDeliveryError: undefined,
    });
  });
});
