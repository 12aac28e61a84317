import { beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../endpoint/caller.ts';
import { alice } from '../../endpoint/test-world.ts';
import type { CloudTrailRecord } from './record.ts';
import { BUCKET, trailArn, trailWorld } from './test-trail-world.ts';

let aws: ReturnType<typeof trailWorld>;
beforeEach(async () => {
  aws = trailWorld();
  await aws.createBucket();
});

const last = (): CloudTrailRecord => {
  const newest = aws.recorded.at(-1);
  if (!newest) throw new Error('nothing was recorded');
  return newest.record;
};

/** What happened to the newest record, by event name. */
const lastDelivery = () => {
  const newest = aws.recorded.at(-1);
  return [newest?.record.eventName, newest?.delivered];
};

const dave: Caller = {
  type: 'AssumedRole',
  accountId: '111122223333',
  arn: 'arn:aws:sts::111122223333:assumed-role/admin/dave',
  principalId: 'AROAADMIN:dave',
  accessKeyId: 'ASIADAVE',
  role: { arn: 'arn:aws:iam::111122223333:role/ops/admin', name: 'admin', principalId: 'AROAADMIN' },
};

describe('a record', () => {
  test('says who called what, when, from where and with what result', async () => {
    await aws.createLoggingTrail('main');
    const from = { sourceIp: '198.51.100.7', userAgent: 'aws-cli/2.30', caller: alice };
    await aws.send('StopLogging', { Name: trailArn('main') }, from);
    expect(last()).toEqual({
      eventVersion: '1.11',
      userIdentity: {
        type: 'IAMUser',
        principalId: 'AIDAALICE',
        arn: 'arn:aws:iam::111122223333:user/alice',
        accountId: '111122223333',
        accessKeyId: 'AKIAALICE',
        userName: 'alice',
      },
      eventTime: '2026-01-01T00:00:00Z',
      eventSource: 'cloudtrail.amazonaws.com',
      eventName: 'StopLogging',
      awsRegion: 'us-east-1',
      sourceIPAddress: '198.51.100.7',
      userAgent: 'aws-cli/2.30',
      requestParameters: { name: trailArn('main') },
      responseElements: null,
      requestID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      eventID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      readOnly: false,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: '111122223333',
      eventCategory: 'Management',
    });
  });

  test('names a role session by its issuer, root and services by what they are', async () => {
    const identity = async (caller: Caller) => {
      await aws.call('kms', 'ListKeys', {}, { caller });
      return last().userIdentity;
    };
    await aws.call('iam', 'CreateRole', { RoleName: 'admin', AssumeRolePolicyDocument: TRUST });
    await expect(aws.send('StopLogging', { Name: 'main' }, { caller: dave })).rejects.toThrow();
    expect(last().userIdentity).toEqual({
      type: 'AssumedRole',
      principalId: 'AROAADMIN:dave',
      arn: dave.arn,
      accountId: '111122223333',
      accessKeyId: 'ASIADAVE',
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId: 'AROAADMIN',
          arn: 'arn:aws:iam::111122223333:role/ops/admin',
          accountId: '111122223333',
          userName: 'admin',
        },
        attributes: { mfaAuthenticated: 'false' },
      },
    });
    const root = { type: 'Root', arn: 'arn:aws:iam::111122223333:root', accessKeyId: 'AKIAROOT' } as const;
    const { userName: _, ...nobody } = alice;
    expect(await identity({ ...nobody, ...root, principalId: '111122223333' })).toEqual({
      ...root,
      principalId: '111122223333',
      accountId: '111122223333',
    });
    const service = { type: 'AWSService', invokedBy: 'events.amazonaws.com' } as const;
    expect(await identity({ ...nobody, ...service })).toEqual(service);
    expect(await identity({ ...alice, invokedBy: 'cloudformation.amazonaws.com' })).toMatchObject({
      userName: 'alice',
      invokedBy: 'cloudformation.amazonaws.com',
    });
  });

  test('writes parameters and answers in lower camel case, selectors under trailName', async () => {
    await aws.createTrail('main', {
      EnableLogFileValidation: true,
      TagsList: [{ Key: 'Team', Value: 'Blue' }],
    });
    expect(last()).toMatchObject({
      requestParameters: {
        name: 'main',
        s3BucketName: BUCKET,
        enableLogFileValidation: true,
        tagsList: [{ key: 'Team', value: 'Blue' }],
      },
      responseElements: { name: 'main', trailARN: trailArn('main'), logFileValidationEnabled: true },
    });
    expect(last().responseElements).not.toHaveProperty('kmsKeyId');
    const EventSelectors = [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }];
    await aws.send('PutEventSelectors', { TrailName: 'main', EventSelectors });
    expect(last()).toMatchObject({
      requestParameters: {
        trailName: 'main',
        eventSelectors: [{ readWriteType: 'WriteOnly', includeManagementEvents: true }],
      },
      responseElements: {
        trailARN: trailArn('main'),
        eventSelectors: [{ readWriteType: 'WriteOnly', dataResources: [] }],
      },
    });
  });

  test('of a failed call has the error, and the parameters unless the caller was denied', async () => {
    await expect(aws.send('StopLogging', { Name: 'none' })).rejects.toThrow();
    expect(last()).toMatchObject({
      errorCode: 'TrailNotFoundException',
      errorMessage: `Unknown trail: ${trailArn('none')} for the user: 111122223333`,
      requestParameters: { name: 'none' },
      responseElements: null,
    });
    await aws.call('iam', 'CreateRole', { RoleName: 'admin', AssumeRolePolicyDocument: TRUST });
    const asDave = {
      caller: { ...dave, role: { ...dave.role, arn: ROLE, name: 'admin', principalId: 'A' } },
    };
    await expect(aws.send('StopLogging', { Name: 'none' }, asDave)).rejects.toThrow();
    expect(last()).toMatchObject({ errorCode: 'AccessDenied', requestParameters: null });
    await expect(aws.call('s3', 'DeleteBucket', { Bucket: BUCKET }, asDave)).rejects.toThrow();
    expect(last()).toMatchObject({ errorCode: 'AccessDenied', requestParameters: { bucketName: BUCKET } });
  });

  test("of S3 is the request as it was sent, under S3's own event names", async () => {
    await aws.call('s3', 'PutBucketLifecycleConfiguration', {
      Bucket: BUCKET,
      LifecycleConfiguration: {
        Rules: [{ ID: 'soon', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 1 } }],
      },
    });
    expect(last()).toMatchObject({
      eventName: 'PutBucketLifecycle',
      requestParameters: {
        bucketName: BUCKET,
        Host: `${BUCKET}.s3.us-east-1.amazonaws.com`,
        lifecycle: '',
        LifecycleConfiguration: { Rule: { ID: 'soon', Status: 'Enabled', Expiration: { Days: 1 } } },
      },
      responseElements: null,
      resources: [{ type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${BUCKET}`, accountId: '111122223333' }],
    });
    await aws.call('s3', 'GetBucketPolicy', { Bucket: BUCKET });
    expect(last().requestParameters).toMatchObject({ bucketName: BUCKET, policy: '' });
    const { Policy } = (await aws.call('s3', 'GetBucketPolicy', { Bucket: BUCKET })) as { Policy: string };
    await aws.call('s3', 'PutBucketPolicy', { Bucket: BUCKET, Policy });
    expect(last().requestParameters).toMatchObject({ bucketPolicy: JSON.parse(Policy), policy: '' });
    await aws.call('s3', 'PutPublicAccessBlock', { Bucket: BUCKET, PublicAccessBlockConfiguration: {} });
    expect(last().eventName).toBe('PutBucketPublicAccessBlock');
  });

  test('of KMS names the key however it was called', async () => {
    const { KeyMetadata } = (await aws.call('kms', 'CreateKey')) as {
      KeyMetadata: { KeyId: string; Arn: string };
    };
    expect(last()).toMatchObject({
      responseElements: {
        keyMetadata: { AWSAccountId: '111122223333', creationDate: 'Jan 1, 2026, 12:00:00 AM' },
      },
    });
    await aws.call('kms', 'DisableKey', { KeyId: KeyMetadata.KeyId });
    expect(last()).toMatchObject({
      requestParameters: { keyId: KeyMetadata.KeyId },
      resources: [{ type: 'AWS::KMS::Key', ARN: KeyMetadata.Arn }],
    });
  });

  test('leaves out parameters over 100 KB and says so', async () => {
    const TagsList = Array.from({ length: 400 }, (_, i) => ({ Key: `key${i}`, Value: 'v'.repeat(250) }));
    await expect(aws.createTrail('main', { TagsList })).rejects.toThrow();
    expect(last().requestParameters).toEqual({
      omitted: true,
      originalSize: expect.any(Number),
      reason: 'requestParameters too large',
    });
  });

  test('of IAM is one of us-east-1 wherever it was called', async () => {
    const abroad = { region: 'eu-west-1' };
    await aws.call('iam', 'ListRoles', {}, abroad);
    expect(last()).toMatchObject({ awsRegion: 'us-east-1', readOnly: true, responseElements: null });
    await aws.call('kms', 'ListKeys', {}, abroad);
    expect(last().awsRegion).toBe('eu-west-1');
  });

  test('is made of no data event and of no call that AWS would not know', async () => {
    aws.recorded.length = 0;
    await aws.call('s3', 'PutObject', { Bucket: BUCKET, Key: 'a', Body: Buffer.from('x') });
    await aws.call('s3', 'ListObjectsV2', { Bucket: BUCKET });
    await aws.call('events', 'PutEvents', {
      Entries: [{ Source: 'mine', DetailType: 'x', Detail: '{}' }],
    });
    await expect(aws.call('kms', 'Decrypt')).rejects.toMatchObject({ code: 'NotImplemented' });
    expect(aws.recorded).toEqual([]);
  });
});

describe('EventBridge gets a record', () => {
  /** A call whose record is neither of a trail nor a read. */
  const act = (region = 'us-east-1') =>
    aws.call('events', 'PutRule', { Name: 'r', EventPattern: '{"source":["x"]}' }, { region });

  test('only while a trail logs it', async () => {
    await act();
    expect(lastDelivery()).toEqual(['PutRule', false]);
    await aws.createTrail('main');
    await act();
    expect(lastDelivery()).toEqual(['PutRule', false]);
    await aws.send('StartLogging', { Name: 'main' });
    await act();
    expect(lastDelivery()).toEqual(['PutRule', true]);
  });

  test('of another Region only from a trail of all Regions', async () => {
    await aws.createLoggingTrail('main');
    await act('eu-west-1');
    expect(lastDelivery()).toEqual(['PutRule', false]);
    await aws.send('UpdateTrail', { Name: 'main', IsMultiRegionTrail: true });
    await act('eu-west-1');
    expect(lastDelivery()).toEqual(['PutRule', true]);
  });

  test('of IAM only from a trail that includes global services', async () => {
    await aws.createLoggingTrail('main', { IncludeGlobalServiceEvents: false });
    await aws.call('iam', 'ListRoles');
    expect(lastDelivery()).toEqual(['ListRoles', false]);
    await aws.send('UpdateTrail', { Name: 'main', IncludeGlobalServiceEvents: true });
    await aws.call('iam', 'ListRoles');
    expect(lastDelivery()).toEqual(['ListRoles', true]);
  });

  test('never while the world loses events, although the trail logs it', async () => {
    aws = trailWorld({ loseEvents: true });
    await aws.createBucket();
    await aws.createLoggingTrail('main');
    await act();
    expect(lastDelivery()).toEqual(['PutRule', false]);
  });

  const darkenings: [string, string, object][] = [
    ['stops', 'StopLogging', { Name: 'main' }],
    ['deletes', 'DeleteTrail', { Name: 'main' }],
    ['narrows', 'PutEventSelectors', { TrailName: 'main', EventSelectors: [{ ReadWriteType: 'ReadOnly' }] }],
  ];

  test.each(darkenings)(
    'of the call that %s the last trail, but of nothing after',
    async (_, operation, input) => {
      await aws.createLoggingTrail('main');
      await aws.send(operation, input);
      expect(lastDelivery()).toEqual([operation, true]);
      await act();
      expect(lastDelivery()).toEqual(['PutRule', false]);
    },
  );

  test.each(darkenings)(
    'not of the call that %s the last trail when it is to be lost',
    async (_, operation, input) => {
      aws = trailWorld({ deliverLastTrailEvent: false });
      await aws.createBucket();
      await aws.createLoggingTrail('main');
      await aws.send(operation, input);
      expect(lastDelivery()).toEqual([operation, false]);
    },
  );

  test('of a call that stops one of two trails in any case', async () => {
    aws = trailWorld({ deliverLastTrailEvent: false });
    await aws.createBucket();
    await aws.createLoggingTrail('main');
    await aws.createLoggingTrail('second');
    await aws.send('StopLogging', { Name: 'main' });
    expect(lastDelivery()).toEqual(['StopLogging', true]);
  });

  test('as an event of the service that was called, on the bus of the Region', async () => {
    const matched: { region: string; event: Readonly<Record<string, unknown>> }[] = [];
    aws.world.on('matched', ({ region, event }) => matched.push({ region, event }));
    await aws.createLoggingTrail('main', { IsMultiRegionTrail: true });
    const rule = { Name: 'all', EventPattern: '{"detail":{"eventName":["CreateKey"]}}' };
    await aws.call('events', 'PutRule', rule, { region: 'eu-west-1' });
    await aws.call('kms', 'CreateKey', {}, { region: 'eu-west-1' });
    await aws.clock.advance(0);
    expect(matched).toEqual([
      {
        region: 'eu-west-1',
        event: {
          version: '0',
          id: expect.any(String),
          'detail-type': 'AWS API Call via CloudTrail',
          source: 'aws.kms',
          account: '111122223333',
          time: '2026-01-01T00:00:00Z',
          region: 'eu-west-1',
          resources: [],
          detail: last(),
        },
      },
    ]);
  });
});

const ROLE = 'arn:aws:iam::111122223333:role/admin';
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }],
});
