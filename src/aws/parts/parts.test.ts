import { describe, expect, it } from 'vitest';
import { canonicalTrail } from '../../domain/canonical/trail.ts';
import type { TrailSettings } from '../../domain/parts.ts';
import { awsError, testAws } from '../test-aws.ts';
import { readDependencies } from './read-dependencies.ts';

const ABOUT = {
  accountId: '111122223333',
  partition: 'aws',
  trailRegion: 'eu-central-1',
  bucketOwner: null as string | null,
  alarmNames: null as readonly string[] | null,
};

const read = (settings: Partial<TrailSettings>, answers: Parameters<typeof testAws>[0], about = ABOUT) => {
  const aws = testAws(answers);
  const trail = { ...canonicalTrail({}), ...settings };
  return readDependencies(trail, about, aws.callAws).then((parts) => ({ parts, ...aws }));
};

describe('a bucket', () => {
  const FOUND = { GetBucketLocation: { LocationConstraint: 'us-west-2' } };

  it('is read where it is, each configuration for itself, and only as its owner’s', async () => {
    const { parts, asked } = await read(
      { S3BucketName: 'logs' },
      {
        ...FOUND,
        GetBucketPolicy: awsError('NoSuchBucketPolicy', 404),
        GetBucketVersioning: { Status: 'Enabled' },
        GetBucketLogging: {},
      },
    );
    expect(parts.bucket).toEqual({ read: true, value: { Name: 'logs', Region: 'us-west-2' } });
    expect(parts['bucket.policy']).toEqual({ read: true, value: null });
    expect(parts['bucket.versioning']).toEqual({ read: true, value: { Status: 'Enabled', MFADelete: null } });
    expect(parts['bucket.logging']).toEqual({ read: true, value: null });
    expect(parts['bucket.acl']).toEqual({
      read: false,
      reason: 'AccessDeniedException: AccessDeniedException it is',
    });
    for (const { input, region } of asked.slice(1)) {
      expect(region).toBe('us-west-2');
      expect(input).toEqual({ Bucket: 'logs', ExpectedBucketOwner: '111122223333' });
    }
  });

  it('whose policy is none is unread, not without one', async () => {
    const { parts } = await read({ S3BucketName: 'logs' }, { ...FOUND, GetBucketPolicy: { Policy: '{' } });
    expect(parts['bucket.policy']).toMatchObject({ read: false });
  });

  it('that is gone has nothing; what every bucket has stays unread', async () => {
    const { parts, asked } = await read(
      { S3BucketName: 'logs' },
      { GetBucketLocation: awsError('NoSuchBucket', 404) },
    );
    expect(parts.bucket).toEqual({ read: true, value: null });
    expect(parts['bucket.policy']).toEqual({ read: true, value: null });
    expect(parts['bucket.versioning']).toEqual({ read: false, reason: 'there is no such bucket' });
    expect(asked).toHaveLength(1);
  });

  it('that was approved as another account’s is left to the guard there', async () => {
    const about = { ...ABOUT, bucketOwner: '444455556666' };
    for (const GetBucketLocation of [FOUND.GetBucketLocation, awsError('AccessDenied', 403)]) {
      const { parts, asked } = await read({ S3BucketName: 'logs' }, { GetBucketLocation }, about);
      expect(parts['bucket.policy']).toMatchObject({ read: false, isElsewhere: true });
      expect(asked[0]?.input.ExpectedBucketOwner).toBe('444455556666');
      expect(asked).toHaveLength(1);
    }
  });

  it('that answers only whom nobody takes for its owner is another account’s', async () => {
    const { parts } = await read(
      { S3BucketName: 'logs' },
      {
        GetBucketLocation: ({ ExpectedBucketOwner }) =>
          ExpectedBucketOwner ? awsError('AccessDenied', 403) : {},
      },
    );
    expect(parts.bucket).toMatchObject({ read: false, isElsewhere: true });
  });

  it('that was approved as this account’s and is not among its buckets any more has its name taken', async () => {
    const about = { ...ABOUT, bucketOwner: ABOUT.accountId };
    const readAs = (ListBuckets: Parameters<typeof testAws>[0][string]) =>
      read(
        { S3BucketName: 'logs' },
        { GetBucketLocation: awsError('AccessDenied', 403), ListBuckets },
        about,
      ).then(({ parts }) => parts.bucket);
    expect(await readAs({ Buckets: [{ Name: 'logs-of-others' }] })).toMatchObject({ isTaken: true });
    expect(await readAs({ Buckets: [{ Name: 'logs' }] })).not.toHaveProperty('isTaken');
    expect(await readAs({ Buckets: [], ContinuationToken: 'more' })).not.toHaveProperty('isTaken');
    expect(await readAs(awsError('AccessDenied', 403))).not.toHaveProperty('isTaken');
  });

  it('that refuses everything may be anybody’s: it is unread, neither gone nor elsewhere', async () => {
    const { parts } = await read(
      { S3BucketName: 'logs' },
      { GetBucketLocation: awsError('AccessDenied', 403) },
    );
    expect(parts.bucket).toEqual({ read: false, reason: expect.stringContaining('403') });
  });
});

describe('a key', () => {
  const KmsKeyId = 'arn:aws:kms:us-east-1:111122223333:key/1';

  it('of another account is not asked for', async () => {
    const { parts, asked } = await read({ KmsKeyId: KmsKeyId.replace('111122223333', '444455556666') }, {});
    expect(parts['key.policy']).toMatchObject({ read: false, isElsewhere: true });
    expect(asked).toEqual([]);
  });

  it('is read in its own Region, its grants to the last page', async () => {
    const { parts, asked } = await read(
      { KmsKeyId },
      {
        DescribeKey: { KeyMetadata: { Arn: KmsKeyId, KeyState: 'Disabled', KeyManager: 'CUSTOMER' } },
        GetKeyRotationStatus: awsError('UnsupportedOperationException'),
        ListGrants: ({ Marker }) =>
          Marker ? { Grants: [{ Name: 'b' }] } : { Grants: [{ Name: 'a' }], NextMarker: 'm' },
        ListAliases: { Aliases: [{ AliasName: 'alias/b' }, { AliasName: 'alias/a' }] },
      },
    );
    expect(parts.key).toMatchObject({ read: true, value: { KeyState: 'Disabled', DeletionDate: null } });
    expect(parts['key.rotation']).toEqual({ read: true, value: null });
    expect(parts['key.grants']).toMatchObject({ value: [{ Name: 'a' }, { Name: 'b' }] });
    expect(parts['key.aliases']).toEqual({ read: true, value: ['alias/a', 'alias/b'] });
    expect(asked.every(({ input }) => input.KeyId === KmsKeyId)).toBe(true);
    expect(new Set(asked.map(({ region }) => region))).toEqual(new Set(['us-east-1']));
  });

  it('whose grants never end is unread', async () => {
    const { parts } = await read({ KmsKeyId }, { ListGrants: { Grants: [], NextMarker: 'm' } });
    expect(parts['key.grants']).toMatchObject({ read: false, reason: expect.stringContaining('pages') });
  });

  it('that is gone has no rotation, and no policy to compare', async () => {
    const { parts } = await read({ KmsKeyId }, { DescribeKey: awsError('NotFoundException') });
    expect(parts).toMatchObject({
      key: { read: true, value: null },
      'key.rotation': { read: true, value: null },
      'key.policy': { read: false },
    });
  });
});

describe('a log group', () => {
  const CloudWatchLogsLogGroupArn = 'arn:aws:logs:eu-central-1:111122223333:log-group:trail:*';
  const FOUND = { DescribeLogGroups: { logGroups: [{ logGroupName: 'trail' }] } };

  it('is the one of that very name', async () => {
    const group = { logGroupName: 'trail', retentionInDays: 90, dataProtectionStatus: 'DELETED' };
    const { parts, asked } = await read(
      { CloudWatchLogsLogGroupArn },
      { DescribeLogGroups: { logGroups: [group, { logGroupName: 'trail-2' }] } },
    );
    expect(parts.logGroup).toEqual({
      read: true,
      value: {
        retentionInDays: 90,
        kmsKeyId: null,
        dataProtectionStatus: null,
        dataProtectionPolicy: null,
        inheritedProperties: [],
      },
    });
    expect(asked.map(({ operation }) => operation)).not.toContain('GetDataProtectionPolicy');
  });

  it('is read with the policies that mask it', async () => {
    const group = {
      logGroupName: 'trail',
      dataProtectionStatus: 'ACTIVATED',
      inheritedProperties: ['ACCOUNT_DATA_PROTECTION'],
    };
    const { parts } = await read(
      { CloudWatchLogsLogGroupArn },
      {
        DescribeLogGroups: { logGroups: [group] },
        GetDataProtectionPolicy: ({ logGroupIdentifier }) => ({
          policyDocument: `{"Name":"${logGroupIdentifier}","Statement":[{"DataIdentifier":["b","a"]}]}`,
        }),
      },
    );
    expect(parts.logGroup).toMatchObject({
      value: {
        dataProtectionPolicy: { Name: 'trail', Statement: [{ DataIdentifier: ['a', 'b'] }] },
        inheritedProperties: ['ACCOUNT_DATA_PROTECTION'],
      },
    });
  });

  it('is read with its transformer, and has none where AWS says so in either way', async () => {
    const transformerOf = async (answer: Parameters<typeof testAws>[0][string]) =>
      (await read({ CloudWatchLogsLogGroupArn }, { ...FOUND, GetTransformer: answer })).parts[
        'logGroup.transformer'
      ];
    const transformerConfig = [{ parseJSON: { source: '@message' } }, { deleteKeys: { withKeys: ['b'] } }];
    expect(await transformerOf({ transformerConfig, creationTime: 7 })).toEqual({
      read: true,
      value: { transformerConfig },
    });
    for (const none of [{ logGroupIdentifier: 'trail' }, awsError('ResourceNotFoundException')])
      expect(await transformerOf(none)).toEqual({ read: true, value: null });
    expect(await transformerOf(awsError('InvalidOperationException'))).toEqual({ read: true, value: null });
    expect(await transformerOf(awsError('AccessDeniedException'))).toMatchObject({ read: false });
  });

  it('is not one whose name only starts so', async () => {
    const { parts } = await read(
      { CloudWatchLogsLogGroupArn },
      { DescribeLogGroups: { logGroups: [{ logGroupName: 'trail-2' }] } },
    );
    expect(parts.logGroup).toEqual({ read: true, value: null });
    expect(parts['logGroup.metricFilters']).toMatchObject({ read: false });
  });
});

describe('a role', () => {
  const CloudWatchLogsRoleArn = 'arn:aws:iam::111122223333:role/service-role/logs';
  const trust = '%7B%22Statement%22%3A%5B%5D%7D';
  const role = {
    GetRole: {
      Role: {
        Arn: CloudWatchLogsRoleArn,
        AssumeRolePolicyDocument: trust,
        PermissionsBoundary: { PermissionsBoundaryArn: 'b' },
      },
    },
    ListRolePolicies: { PolicyNames: ['put'] },
    GetRolePolicy: { PolicyDocument: trust },
    ListAttachedRolePolicies: { AttachedPolicies: [{ PolicyArn: 'p' }] },
    GetPolicy: { Policy: { DefaultVersionId: 'v2' } },
    GetPolicyVersion: { PolicyVersion: { Document: trust } },
  };

  it('is read with every policy that can break it, by its name without its path', async () => {
    const { parts, asked } = await read({ CloudWatchLogsRoleArn }, role);
    expect(parts.role).toEqual({
      read: true,
      value: {
        Arn: CloudWatchLogsRoleArn,
        AssumeRolePolicyDocument: { Statement: [] },
        InlinePolicies: { put: { Statement: [] } },
        AttachedPolicies: { p: { VersionId: 'v2', Document: { Statement: [] } } },
        PermissionsBoundary: 'b',
      },
    });
    expect(asked[0]?.input).toEqual({ RoleName: 'logs' });
  });

  it('is unread when one of its policies is', async () => {
    const { parts } = await read(
      { CloudWatchLogsRoleArn },
      { ...role, GetPolicyVersion: awsError('AccessDenied', 403) },
    );
    expect(parts.role).toMatchObject({ read: false });
  });

  it('that is gone is read as gone', async () => {
    const { parts } = await read(
      { CloudWatchLogsRoleArn },
      { GetRole: awsError('NoSuchEntityException', 404) },
    );
    expect(parts.role).toEqual({ read: true, value: null });
  });
});

describe('a topic', () => {
  const SnsTopicARN = 'arn:aws:sns:eu-west-1:111122223333:logs';

  it('is read in its own Region', async () => {
    const { parts, asked } = await read(
      { SnsTopicARN },
      { GetTopicAttributes: { Attributes: { Policy: '{"Statement":[]}', KmsMasterKeyId: '' } } },
    );
    expect(parts.topic).toEqual({ read: true, value: { Policy: { Statement: [] }, KmsMasterKeyId: null } });
    expect(asked[0]?.region).toBe('eu-west-1');
  });

  it('that is gone is read as gone', async () => {
    const { parts } = await read({ SnsTopicARN }, { GetTopicAttributes: awsError('NotFoundException', 404) });
    expect(parts.topic).toEqual({ read: true, value: null });
  });
});

describe('what a trail does not have', () => {
  it('is not asked for', async () => {
    const { parts, asked } = await read({}, {});
    expect([parts, asked]).toEqual([{}, []]);
  });
});
