import type { CreateUserResponse } from '@aws-sdk/client-iam';
import { beforeEach, describe, expect, test } from 'vitest';
import { alice } from '../../endpoint/test-world.ts';
import { BUCKET, trailWorld } from './test-trail-world.ts';

let aws: ReturnType<typeof trailWorld>;
beforeEach(async () => {
  aws = trailWorld();
  await aws.createBucket();
  await aws.createLoggingTrail('main');
});

const select = (input: object) => aws.send('PutEventSelectors', { TrailName: 'main', ...input });
const withData = (Values: string[], ReadWriteType = 'All') =>
  select({ EventSelectors: [{ ReadWriteType, DataResources: [{ Type: 'AWS::S3::Object', Values }] }] });

/** The names of the records of deleting and reading an object. */
async function recordsOfObjects(): Promise<readonly string[]> {
  aws.recorded.length = 0;
  await aws.call('s3', 'DeleteObject', { Bucket: BUCKET, Key: 'AWSLogs/a' });
  await aws.call('s3', 'ListObjectsV2', { Bucket: BUCKET, Prefix: 'AWSLogs/' });
  return aws.recorded.map(({ record }) => record.eventName);
}

describe('a data event of S3', () => {
  test.each<[string, string[], string[]]>([
    ['no values', [], []],
    ['all of S3', ['arn:aws:s3'], ['DeleteObject', 'ListObjects']],
    ['the bucket', [`arn:aws:s3:::${BUCKET}/`], ['DeleteObject', 'ListObjects']],
    ['another bucket', ['arn:aws:s3:::other/'], []],
    ['the prefix', [`arn:aws:s3:::${BUCKET}/AWSLogs/a`], ['DeleteObject']],
  ])('is recorded for a trail whose basic selectors name %s', async (_, values, names) => {
    await withData(values);
    expect(await recordsOfObjects()).toEqual(names);
  });

  test('is recorded for a trail of writes when it writes', async () => {
    await withData(['arn:aws:s3'], 'WriteOnly');
    expect(await recordsOfObjects()).toEqual(['DeleteObject']);
  });

  test('is recorded for a trail whose advanced selectors fit', async () => {
    const data = (field: object) => [
      { Field: 'eventCategory', Equals: ['Data'] },
      { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
      field,
    ];
    const put = (field: object) => select({ AdvancedEventSelectors: [{ FieldSelectors: data(field) }] });
    await put({ Field: 'eventName', Equals: ['DeleteObject'] });
    expect(await recordsOfObjects()).toEqual(['DeleteObject']);
    await put({ Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::other/'] });
    expect(await recordsOfObjects()).toEqual([]);
  });

  test('names the object and its bucket, goes to the bus and into no event history', async () => {
    await withData([`arn:aws:s3:::${BUCKET}/`]);
    await aws.call('s3', 'PutObject', { Bucket: BUCKET, Key: 'AWSLogs/a', Body: 'x' });
    const { record, delivered } = aws.recorded.at(-1) ?? {};
    expect(delivered).toBe(true);
    expect(record).toMatchObject({
      eventName: 'PutObject',
      eventCategory: 'Data',
      managementEvent: false,
      readOnly: false,
      requestParameters: { bucketName: BUCKET, key: 'AWSLogs/a' },
      resources: [
        { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::${BUCKET}/AWSLogs/a` },
        { accountId: '111122223333', type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${BUCKET}` },
      ],
    });
    const named = [{ AttributeKey: 'EventName', AttributeValue: 'PutObject' }];
    expect(await aws.send('LookupEvents', { LookupAttributes: named })).toMatchObject({ Events: [] });
  });

  test('is recorded also when it is denied', async () => {
    await withData([`arn:aws:s3:::${BUCKET}/`]);
    const { User } = (await aws.call('iam', 'CreateUser', { UserName: 'eve' })) as CreateUserResponse;
    const caller = { ...alice, userName: 'eve', principalId: User?.UserId ?? '' };
    const denied = aws.call('s3', 'DeleteObject', { Bucket: BUCKET, Key: 'AWSLogs/a' }, { caller });
    await expect(denied).rejects.toMatchObject({ code: 'AccessDenied' });
    expect(aws.recorded.at(-1)?.record).toMatchObject({
      eventName: 'DeleteObject',
      errorCode: 'AccessDenied',
      resources: [{ ARN: `arn:aws:s3:::${BUCKET}/AWSLogs/a` }, { ARN: `arn:aws:s3:::${BUCKET}` }],
    });
  });

  test('tells of a copy with a customer’s key which way it was encrypted, never the key', async () => {
    await withData([`arn:aws:s3:::${BUCKET}/`]);
    const input = { Bucket: BUCKET, Key: 'a', CopySource: `${BUCKET}/b`, SSECustomerAlgorithm: 'AES256' };
    await expect(aws.call('s3', 'CopyObject', { ...input, SSECustomerKey: 'secret' })).rejects.toThrow();
    const { requestParameters } = aws.recorded.at(-1)?.record ?? {};
    expect(requestParameters).toMatchObject({
      'x-amz-copy-source': `${BUCKET}/b`,
      'x-amz-server-side-encryption-customer-algorithm': 'AES256',
    });
    expect(JSON.stringify(requestParameters)).not.toContain('secret');
  });
});
