import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeTrailReader } from '../src/aws/trail-reader.ts';
import { canonicalPart, PART_NAMES } from '../src/domain/canonical/part.ts';
import { systemClock } from '../src/lambda/system-clock.ts';
import { createLoggingTrail } from '../src/local/run/prepare.ts';
import { ACCOUNT_ID, type EmbeddedAws, REGION, startEmbeddedAws } from '../src/local/run/start.ts';
import { BUCKET, makeWholeTrail, operatorOf, ROLE, readWholeTrail, TRAIL } from './whole-trail.ts';

let aws: EmbeddedAws | undefined;

afterEach(async () => {
  vi.unstubAllEnvs();
  await aws?.close();
  aws = undefined;
});

describe('a trail with everything it can depend on', () => {
  it('is read whole, each part in canonical form', async () => {
    aws = await startEmbeddedAws({ quotas: false });
    const { callAws, ask } = operatorOf(aws);
    const KmsKeyId = await makeWholeTrail(ask);
    const parts = await readWholeTrail(callAws);

    const unread = PART_NAMES.filter((name) => !parts[name]?.read);
    expect(unread.map((name) => [name, parts[name]])).toEqual([]);
    const values = Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, part.read ? part.value : part]),
    );
    for (const name of PART_NAMES) expect(canonicalPart(name, values[name])).toEqual(values[name]);
    expect(values).toMatchObject({
      trail: { S3BucketName: BUCKET.Bucket, S3KeyPrefix: 'trails', IsMultiRegionTrail: true, KmsKeyId },
      eventSelectors: { EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }] },
      insightSelectors: [{ InsightType: 'ApiCallRateInsight' }, { InsightType: 'ApiErrorRateInsight' }],
      tags: { team: 'security' },
      bucket: { Name: BUCKET.Bucket, Region: BUCKET.region },
      'bucket.policy': { Statement: [{ Action: 's3:GetBucketAcl' }, { Action: 's3:PutObject' }] },
      'bucket.versioning': { Status: 'Enabled', MFADelete: null },
      'bucket.lifecycle': { Rules: [{ ID: 'old', Expiration: { Date: '2030-01-01T00:00:00.000Z' } }] },
      'bucket.encryption': { Rules: [{ ApplyServerSideEncryptionByDefault: { KMSMasterKeyID: KmsKeyId } }] },
      'bucket.objectLock': null,
      'bucket.replication': null,
      'bucket.logging': { TargetBucket: BUCKET.Bucket, TargetPrefix: 'access/' },
      'bucket.notification': { EventBridgeConfiguration: {} },
      key: { Arn: KmsKeyId, KeyState: 'Enabled', DeletionDate: null },
      'key.rotation': { KeyRotationEnabled: true, RotationPeriodInDays: 365 },
      'key.grants': [{ Operations: ['Decrypt'] }],
      'logGroup.metricFilters': [{ filterName: 'root' }],
      'logGroup.subscriptionFilters': [],
      'logGroup.transformer': null,
      'logGroup.alarms': [{ AlarmName: 'root-is-used', ActionsEnabled: true, Threshold: 1 }],
      topic: { Policy: { Statement: [{ Action: 'sns:Publish' }] }, KmsMasterKeyId: null },
      logGroup: { retentionInDays: 365, kmsKeyId: null, dataProtectionPolicy: null, inheritedProperties: [] },
      role: {
        Arn: `arn:aws:iam::${ACCOUNT_ID}:role/${ROLE}`,
        InlinePolicies: { deliver: { Statement: [{ Effect: 'Allow' }] } },
      },
    });
  });

  it('tells what of it is gone, and what may not be read', async () => {
    aws = await startEmbeddedAws({ quotas: false });
    const { callAws, ask } = operatorOf(aws);
    const KmsKeyId = await makeWholeTrail(ask);
    await ask('logs', 'DeleteLogGroup', { logGroupName: 'whole-trail' });
    await ask('iam', 'DeleteRolePolicy', { RoleName: ROLE, PolicyName: 'deliver' });
    await ask('iam', 'DeleteRole', { RoleName: ROLE });
    await ask('sns', 'DeleteTopic', { TopicArn: `arn:aws:sns:${REGION}:${ACCOUNT_ID}:whole-trail` });
    await ask('kms', 'ScheduleKeyDeletion', { KeyId: KmsKeyId, PendingWindowInDays: 7 }, BUCKET.region);
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: ['s3:GetBucketVersioning', 's3:GetBucketPolicy'],
          Resource: `arn:aws:s3:::${BUCKET.Bucket}`,
        },
      ],
    });
    await ask('s3', 'PutBucketPolicy', { Bucket: BUCKET.Bucket, Policy }, BUCKET.region);

    expect(await readWholeTrail(callAws)).toMatchObject({
      logGroup: { read: true, value: null },
      role: { read: true, value: null },
      topic: { read: true, value: null },
      key: { read: true, value: { KeyState: 'PendingDeletion', DeletionDate: expect.stringMatching(/Z$/) } },
      'bucket.versioning': { read: false, reason: expect.stringContaining('AccessDenied') },
      'bucket.policy': { read: false },
      'bucket.lifecycle': { read: true },
    });
  });
});

describe('a sweep over all trails', () => {
  it('reads each of them whole within CloudTrail’s quota', async () => {
    aws = await startEmbeddedAws({ quotas: false });
    for (const name of ['one', 'two', 'three']) await createLoggingTrail(aws, name);
    Object.assign(aws.world.settings, { quotas: true });
    const { callAws } = operatorOf(aws, systemClock);
    const reader = makeTrailReader(callAws, { region: REGION, trails: [] } as never);
    const trails = await reader.listTrails();
    const parts = await Promise.all(trails.map((trail) => reader.readTrailParts(trail)));
    const unread = parts.flatMap((part) => Object.values(part)).filter(({ read }) => !read);
    expect([parts.length, unread]).toEqual([3, []]);
  });

  it('finds a trail by its ARN, and none that is gone', async () => {
    aws = await startEmbeddedAws({ quotas: false });
    await createLoggingTrail(aws, TRAIL.name);
    const { callAws, ask } = operatorOf(aws);
    const reader = makeTrailReader(callAws, { region: REGION, trails: [] } as never);
    expect(await reader.findTrail(TRAIL.arn, REGION)).toMatchObject({ arn: TRAIL.arn, homeRegion: REGION });
    await ask('cloudtrail', 'DeleteTrail', { Name: TRAIL.arn });
    expect(await reader.findTrail(TRAIL.arn, REGION)).toBeNull();
  });
});
