import { beforeEach, describe, expect, test } from 'vitest';
import { mallory } from '../../endpoint/test-world.ts';
import { BUCKET, bucketPolicy, trailArn, trailWorld } from './test-trail-world.ts';

let aws: ReturnType<typeof trailWorld>;
beforeEach(async () => {
  aws = trailWorld();
  await aws.createBucket();
});

const isLogging = async (name: string, region?: string) =>
  (await aws.send('GetTrailStatus', { Name: name }, region ? { region } : {})).IsLogging;

describe('a trail', () => {
  test('is made without logging and answers with all it is', async () => {
    const made = await aws.createTrail('main', { IsMultiRegionTrail: true, EnableLogFileValidation: true });
    expect(made).toMatchObject({
      Name: 'main',
      TrailARN: trailArn('main'),
      S3BucketName: BUCKET,
      IncludeGlobalServiceEvents: true,
      IsMultiRegionTrail: true,
      LogFileValidationEnabled: true,
      IsOrganizationTrail: false,
    });
    expect(await aws.send('GetTrail', { Name: 'main' })).toMatchObject({
      Trail: { HomeRegion: 'us-east-1', HasCustomEventSelectors: false, HasInsightSelectors: false },
    });
    expect(await aws.send('GetTrailStatus', { Name: 'main' })).toEqual({
      IsLogging: false,
      LatestDeliveryAttemptTime: '',
      LatestDeliveryAttemptSucceeded: '',
      LatestNotificationAttemptTime: '',
      LatestNotificationAttemptSucceeded: '',
      TimeLoggingStarted: '',
      TimeLoggingStopped: '',
    });
  });

  test('starts and stops by name or ARN, and tells when', async () => {
    await aws.createLoggingTrail('main');
    const startedAt = new Date(aws.clock.now());
    await aws.clock.advance(1500);
    await aws.send('StartLogging', { Name: trailArn('main') });
    await aws.send('StopLogging', { Name: trailArn('main') });
    expect(await aws.send('GetTrailStatus', { Name: trailArn('main') })).toMatchObject({
      IsLogging: false,
      StartLoggingTime: startedAt,
      StopLoggingTime: new Date(aws.clock.now()),
      TimeLoggingStarted: '2026-01-01T00:00:00Z',
      TimeLoggingStopped: '2026-01-01T00:00:01Z',
    });
  });

  test('is said to log its own deliveries until told otherwise', async () => {
    const recursive = async () =>
      (await aws.send<{ Trail: { RecursiveLogging: boolean } }>('GetTrail', { Name: 'main' })).Trail
        .RecursiveLogging;
    expect(await aws.createTrail('main')).toMatchObject({ RecursiveLogging: true });
    expect(await aws.send('UpdateTrail', { Name: 'main', RecursiveLogging: false })).toMatchObject({
      RecursiveLogging: false,
    });
    await aws.send('UpdateTrail', { Name: 'main', EnableLogFileValidation: true });
    expect(await recursive()).toBe(false);
    expect(await aws.createTrail('quiet', { RecursiveLogging: false })).toMatchObject({
      RecursiveLogging: false,
    });
  });

  test('made again after it was deleted has nothing of the first', async () => {
    await aws.createLoggingTrail('main', { TagsList: [{ Key: 'a', Value: 'b' }] });
    await aws.send('DeleteTrail', { Name: 'main' });
    await expect(aws.send('StartLogging', { Name: 'main' })).rejects.toMatchObject({
      code: 'TrailNotFoundException',
      message: `Unknown trail: ${trailArn('main')} for the user: 111122223333`,
    });
    await aws.createTrail('main');
    expect(await isLogging('main')).toBe(false);
    expect(await aws.send('ListTags', { ResourceIdList: [trailArn('main')] })).toMatchObject({
      ResourceTagList: [{ TagsList: [] }],
    });
  });

  test('is not there for another account', async () => {
    await aws.createLoggingTrail('main');
    for (const Name of ['main', trailArn('main')]) {
      await expect(aws.send('StopLogging', { Name }, { caller: mallory })).rejects.toMatchObject({
        code: 'TrailNotFoundException',
      });
    }
  });

  test('changes only in what an update names, and loses what it empties', async () => {
    await aws.createBucket('any-prefix', bucketPolicy('any-prefix').replace('/AWSLogs', '*/AWSLogs'));
    await aws.createTrail('main', {
      S3BucketName: 'any-prefix',
      S3KeyPrefix: 'cloud',
      EnableLogFileValidation: true,
    });
    const kept = { S3BucketName: 'any-prefix', LogFileValidationEnabled: true };
    expect(await aws.send('UpdateTrail', { Name: 'main', IsMultiRegionTrail: true })).toMatchObject({
      ...kept,
      S3KeyPrefix: 'cloud',
      IsMultiRegionTrail: true,
    });
    expect(await aws.send('UpdateTrail', { Name: 'main', S3KeyPrefix: '' })).toMatchObject({
      ...kept,
      S3KeyPrefix: undefined,
    });
  });

  test.each([
    ['', 'InvalidTrailNameException'],
    ['ab', 'InvalidTrailNameException'],
    ['a'.repeat(129), 'InvalidTrailNameException'],
    ['-main', 'InvalidTrailNameException'],
    ['main-', 'InvalidTrailNameException'],
    ['ma in', 'InvalidTrailNameException'],
    ['my-_trail', 'InvalidTrailNameException'],
    ['192.168.5.4', 'InvalidTrailNameException'],
    ['arn:aws:cloudtrail:us-east-1:111122223333:main', 'CloudTrailARNInvalidException'],
    ['arn:aws:cloudtrail:us-east-1:1111:trail/main', 'CloudTrailARNInvalidException'],
    ['arn:aws-cn:cloudtrail:us-east-1:111122223333:trail/main', 'CloudTrailARNInvalidException'],
    ['arn:aws:s3:::main', 'CloudTrailARNInvalidException'],
  ])('is never called "%s"', async (Name, code) => {
    await expect(aws.send('StopLogging', { Name })).rejects.toMatchObject({ code });
    await expect(aws.createTrail(Name)).rejects.toMatchObject({ code: 'InvalidTrailNameException' });
  });

  test.each([
    ['of a name there is', { Name: 'main' }, 'TrailAlreadyExistsException'],
    ['to no bucket', { S3BucketName: 'nothing-there' }, 'S3BucketDoesNotExistException'],
    ['to what is no bucket', { S3BucketName: 'No_Bucket' }, 'InvalidS3BucketNameException'],
    ['to a bucket that lets nobody in', { S3BucketName: 'closed' }, 'InsufficientS3BucketPolicyException'],
    ['under a prefix the bucket does not allow', { S3KeyPrefix: 'x' }, 'InsufficientS3BucketPolicyException'],
    ['under no prefix', { S3KeyPrefix: '/x/' }, 'InvalidS3PrefixException'],
    ['with a key there is not', { KmsKeyId: 'alias/none' }, 'KmsKeyNotFoundException'],
    ['with what is no key', { KmsKeyId: 'none' }, 'InvalidKmsKeyIdException'],
    ['with a topic there is not', { SnsTopicName: 'none' }, 'InsufficientSnsTopicPolicyException'],
    ['with what is no topic', { SnsTopicName: 'no topic' }, 'InvalidSnsTopicNameException'],
    ['for an organization', { IsOrganizationTrail: true }, 'OrganizationsNotInUseException'],
    [
      'of all Regions without global services',
      { IsMultiRegionTrail: true, IncludeGlobalServiceEvents: false },
      'InvalidParameterCombinationException',
    ],
    [
      'with a role and no log group',
      { CloudWatchLogsRoleArn: 'arn:aws:iam::111122223333:role/r' },
      'InvalidCloudWatchLogsLogGroupArnException',
    ],
    [
      'with a log group and no role',
      { CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:g:*' },
      'InvalidCloudWatchLogsRoleArnException',
    ],
    ['with a tag of AWS', { TagsList: [{ Key: 'aws:x', Value: '' }] }, 'InvalidTagParameterException'],
  ])('is not made %s', async (_, change, code) => {
    await aws.createTrail('main');
    await aws.call('s3', 'CreateBucket', { Bucket: 'closed' });
    await expect(aws.createTrail('other', change)).rejects.toMatchObject({ code });
  });

  test('is made under its prefix when the bucket expects this very trail', async () => {
    const prefixed = bucketPolicy('own-logs', { 'aws:SourceArn': trailArn('main') }).replace(
      'own-logs/AWSLogs',
      'own-logs/cloud/AWSLogs',
    );
    await aws.createBucket('own-logs', prefixed);
    const into = { S3BucketName: 'own-logs', S3KeyPrefix: 'cloud' };
    await aws.createTrail('main', into);
    await expect(aws.createTrail('other', into)).rejects.toMatchObject({
      code: 'InsufficientS3BucketPolicyException',
    });
  });

  test('can be five times in a Region, shadows counted', async () => {
    for (const name of ['one', 'two', 'three', 'four']) await aws.createTrail(name);
    await aws.createTrail('all', { IsMultiRegionTrail: true }, 'eu-west-1');
    await expect(aws.createTrail('five')).rejects.toMatchObject({
      code: 'MaximumNumberOfTrailsExceededException',
      message: 'User: 111122223333 already has 5 trails in us-east-1.',
    });
    await expect(aws.createTrail('one', { IsMultiRegionTrail: true }, 'eu-west-1')).rejects.toMatchObject({
      code: 'TrailAlreadyExistsException',
    });
    await aws.createTrail('five', {}, 'eu-west-1');
  });
});

describe('a trail of all Regions', () => {
  const abroad = { region: 'eu-west-1' };
  beforeEach(() => aws.createLoggingTrail('main', { IsMultiRegionTrail: true }));

  test('is changed in its home Region only, and unknown by its bare name elsewhere', async () => {
    for (const operation of ['StopLogging', 'StartLogging', 'DeleteTrail', 'UpdateTrail']) {
      await expect(aws.send(operation, { Name: trailArn('main') }, abroad)).rejects.toMatchObject({
        code: 'InvalidHomeRegionException',
      });
      await expect(aws.send(operation, { Name: 'main' }, abroad)).rejects.toMatchObject({
        code: 'TrailNotFoundException',
      });
    }
    await expect(
      aws.send('PutEventSelectors', { TrailName: trailArn('main') }, abroad),
    ).rejects.toMatchObject({
      code: 'InvalidHomeRegionException',
    });
    expect(await isLogging('main')).toBe(true);
  });

  test('has a shadow elsewhere, which is read by ARN', async () => {
    expect(await isLogging(trailArn('main'), 'eu-west-1')).toBe(true);
    await expect(isLogging('main', 'eu-west-1')).rejects.toMatchObject({ code: 'TrailNotFoundException' });
    await aws.createTrail('local', {}, 'eu-west-1');
    const names = async (input: object) => {
      const { trailList } = await aws.send<{ trailList: { Name: string }[] }>(
        'DescribeTrails',
        input,
        abroad,
      );
      return trailList.map(({ Name }) => Name);
    };
    expect(await names({})).toEqual(['main', 'local']);
    expect(await names({ includeShadowTrails: false })).toEqual(['local']);
    expect(await names({ trailNameList: ['main', 'local'] })).toEqual(['local']);
    expect(await names({ trailNameList: [trailArn('main')] })).toEqual(['main']);
  });

  test('loses its shadows when it becomes one of a single Region', async () => {
    await aws.send('UpdateTrail', { Name: 'main', IsMultiRegionTrail: false });
    await expect(isLogging(trailArn('main'), 'eu-west-1')).rejects.toMatchObject({
      code: 'TrailNotFoundException',
    });
    expect(await aws.send('ListTrails', {}, abroad)).toEqual({
      Trails: [{ Name: 'main', TrailARN: trailArn('main'), HomeRegion: 'us-east-1' }],
    });
  });

  test('is tagged at home only, by ARN', async () => {
    const tag = { ResourceId: trailArn('main'), TagsList: [{ Key: 'team', Value: 'security' }] };
    await expect(aws.send('AddTags', tag, abroad)).rejects.toMatchObject({
      code: 'CloudTrailARNInvalidException',
    });
    await expect(aws.send('AddTags', { ...tag, ResourceId: 'main' })).rejects.toMatchObject({
      code: 'CloudTrailARNInvalidException',
    });
    await expect(aws.send('AddTags', { ...tag, ResourceId: trailArn('none') })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
    await aws.send('AddTags', tag);
    expect(await aws.send('ListTags', { ResourceIdList: [trailArn('main')] })).toMatchObject({
      ResourceTagList: [{ ResourceId: trailArn('main'), TagsList: tag.TagsList }],
    });
    await aws.send('RemoveTags', { ResourceId: trailArn('main'), TagsList: [{ Key: 'team' }] });
    expect(await aws.send('ListTags', { ResourceIdList: [trailArn('main')] })).toMatchObject({
      ResourceTagList: [{ TagsList: [] }],
    });
  });
});

describe('reads that lag', () => {
  test('show what was before a write, which itself works on what is', async () => {
    aws = trailWorld({ readLagMs: 2000 });
    await aws.createBucket();
    await aws.createLoggingTrail('main');
    await expect(isLogging('main')).rejects.toMatchObject({ code: 'TrailNotFoundException' });
    await aws.clock.advance(2000);
    await aws.send('StopLogging', { Name: 'main' });
    expect(await isLogging('main')).toBe(true);
    await aws.clock.advance(1999);
    expect(await isLogging('main')).toBe(true);
    await aws.clock.advance(1);
    expect(await isLogging('main')).toBe(false);
  });

  test('still show the earlier state after many writes', async () => {
    aws = trailWorld({ readLagMs: 2000 });
    await aws.createBucket();
    await aws.createLoggingTrail('main');
    await aws.clock.advance(2000);
    for (let i = 0; i < 100; i++) {
      await aws.send('StopLogging', { Name: 'main' });
      await aws.send('StartLogging', { Name: 'main' });
    }
    await aws.send('StopLogging', { Name: 'main' });
    expect(await isLogging('main')).toBe(true);
  });
});

describe('what a trail delivers to', () => {
  test('is a key by any of its names, enabled, in the Region of the bucket, that lets CloudTrail in', async () => {
    const create = async (Policy?: string) => {
      const { KeyMetadata } = (await aws.call('kms', 'CreateKey', { Policy })) as {
        KeyMetadata: { KeyId: string; Arn: string };
      };
      return KeyMetadata;
    };
    const closed = await create();
    await expect(aws.createTrail('main', { KmsKeyId: closed.KeyId })).rejects.toMatchObject({
      code: 'InsufficientEncryptionPolicyException',
    });
    const open = await create(
      JSON.stringify({
        Statement: [
          { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' },
          {
            Effect: 'Allow',
            Principal: { Service: 'cloudtrail.amazonaws.com' },
            Action: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
            Resource: '*',
            Condition: { StringEquals: { 'aws:SourceArn': trailArn('main') } },
          },
        ],
      }),
    );
    await aws.call('kms', 'CreateAlias', { AliasName: 'alias/trail', TargetKeyId: open.KeyId });
    expect(await aws.createTrail('main', { KmsKeyId: 'alias/trail' })).toMatchObject({ KmsKeyId: open.Arn });
    await aws.call('kms', 'DisableKey', { KeyId: open.KeyId });
    await expect(aws.send('UpdateTrail', { Name: 'main' })).rejects.toMatchObject({ code: 'KmsException' });
    await expect(aws.send('UpdateTrail', { Name: 'main', KmsKeyId: '' })).resolves.toMatchObject({
      KmsKeyId: undefined,
    });
  });

  test('is a log group with a role that CloudTrail can become and that may write', async () => {
    const group = 'arn:aws:logs:us-east-1:111122223333:log-group:trail';
    const trust = (service: string) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
      });
    const roleArn = 'arn:aws:iam::111122223333:role/to-logs';
    const create = () =>
      aws.createTrail('main', {
        CloudWatchLogsLogGroupArn: `${group}:*`,
        CloudWatchLogsRoleArn: roleArn,
      });
    const code = (name: string) => ({ code: `InvalidCloudWatchLogs${name}ArnException` });
    await expect(create()).rejects.toMatchObject(code('Role'));
    await aws.call('iam', 'CreateRole', {
      RoleName: 'to-logs',
      AssumeRolePolicyDocument: trust('cloudtrail.amazonaws.com'),
    });
    await expect(create()).rejects.toMatchObject(code('LogGroup'));
    await aws.call('iam', 'PutRolePolicy', {
      RoleName: 'to-logs',
      PolicyName: 'write',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: `${group}:log-stream:111122223333_CloudTrail_us-east-1*`,
          },
        ],
      }),
    });
    await expect(create()).rejects.toMatchObject(code('LogGroup'));
    await aws.call('logs', 'CreateLogGroup', { logGroupName: 'trail' });
    await expect(create()).resolves.toMatchObject({ CloudWatchLogsLogGroupArn: `${group}:*` });
  });
});
