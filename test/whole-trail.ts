import { vi } from 'vitest';
import type { AwsCall, CallAws } from '../src/aws/call-aws.ts';
import { connectAws } from '../src/aws/call-aws.ts';
import { makeTrailReader } from '../src/aws/trail-reader.ts';
import type { JsonObject } from '../src/domain/json.ts';
import type { Clock } from '../src/domain/ports.ts';
import type { PartsRead } from '../src/domain/snapshot.ts';
import { clientEnvironment } from '../src/local/run/client-environment.ts';
import { ACCOUNT_ID, type EmbeddedAws, REGION } from '../src/local/run/start.ts';

/** The bucket is elsewhere than its trail, as buckets may be. */
export const BUCKET = { Bucket: 'whole-trail-logs', region: 'us-west-2' } as const;
export const TRAIL = {
  name: 'whole',
  arn: `arn:aws:cloudtrail:${REGION}:${ACCOUNT_ID}:trail/whole`,
} as const;
export const GROUP = 'whole-trail';
export const ROLE = 'whole-trail-logs';

const CLOUDTRAIL = { Service: 'cloudtrail.amazonaws.com' };

const policy = (...Statement: readonly JsonObject[]) => JSON.stringify({ Version: '2012-10-17', Statement });

const BUCKET_POLICY = policy(
  {
    Effect: 'Allow',
    Principal: CLOUDTRAIL,
    Action: 's3:GetBucketAcl',
    Resource: `arn:aws:s3:::${BUCKET.Bucket}`,
  },
  {
    Effect: 'Allow',
    Principal: CLOUDTRAIL,
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::${BUCKET.Bucket}/*`,
  },
);

const KEY_POLICY = policy(
  { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT_ID}:root` }, Action: 'kms:*', Resource: '*' },
  {
    Effect: 'Allow',
    Principal: CLOUDTRAIL,
    Action: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
    Resource: '*',
  },
);

/** Calls by the product's own adapter, of one Region unless the call says otherwise. */
export type Ask = (
  service: AwsCall['service'],
  operation: string,
  input: JsonObject,
  region?: string,
) => Promise<JsonObject>;

/** For an embedded AWS without quotas: nobody has to wait. */
function hurriedClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  };
}

/** An adapter of the operator's, aimed at an embedded AWS. Call `vi.unstubAllEnvs()` when done. */
export function operatorOf(aws: EmbeddedAws, clock = hurriedClock()): { callAws: CallAws; ask: Ask } {
  for (const [name, value] of Object.entries(clientEnvironment(aws, aws.operator))) vi.stubEnv(name, value);
  const callAws = connectAws(clock);
  const ask: Ask = (service, operation, input, region = REGION) =>
    callAws({ service, operation, region, input });
  return { callAws, ask };
}

/** Makes a trail with everything that a trail can depend on. @returns the ARN of its key, which lies with the bucket */
export async function makeWholeTrail(ask: Ask): Promise<string> {
  const { KeyMetadata } = await ask('kms', 'CreateKey', { Policy: KEY_POLICY }, BUCKET.region);
  const { Arn: KmsKeyId } = KeyMetadata as { Arn: string };
  await ask('kms', 'EnableKeyRotation', { KeyId: KmsKeyId, RotationPeriodInDays: 365 }, BUCKET.region);
  const GranteePrincipal = `arn:aws:iam::${ACCOUNT_ID}:user/operator`;
  await ask(
    'kms',
    'CreateGrant',
    { KeyId: KmsKeyId, GranteePrincipal, Operations: ['Decrypt'] },
    BUCKET.region,
  );
  await makeBucket(ask, KmsKeyId);
  const topic = `arn:aws:sns:${REGION}:${ACCOUNT_ID}:whole-trail`;
  const Policy = policy({ Effect: 'Allow', Principal: CLOUDTRAIL, Action: 'sns:Publish', Resource: topic });
  await ask('sns', 'CreateTopic', { Name: 'whole-trail', Attributes: { Policy } });
  await makeLogGroup(ask);
  await ask('cloudtrail', 'CreateTrail', {
    Name: TRAIL.name,
    S3BucketName: BUCKET.Bucket,
    S3KeyPrefix: 'trails',
    SnsTopicName: topic,
    IsMultiRegionTrail: true,
    EnableLogFileValidation: true,
    KmsKeyId,
    CloudWatchLogsLogGroupArn: `arn:aws:logs:${REGION}:${ACCOUNT_ID}:log-group:${GROUP}:*`,
    CloudWatchLogsRoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/${ROLE}`,
    TagsList: [{ Key: 'team', Value: 'security' }],
  });
  await ask('cloudtrail', 'PutInsightSelectors', {
    TrailName: TRAIL.arn,
    InsightSelectors: [{ InsightType: 'ApiErrorRateInsight' }, { InsightType: 'ApiCallRateInsight' }],
  });
  await ask('cloudtrail', 'StartLogging', { Name: TRAIL.arn });
  return KmsKeyId;
}

async function makeBucket(ask: Ask, KMSMasterKeyID: string): Promise<void> {
  const { Bucket, region } = BUCKET;
  const s3 = (operation: string, input: JsonObject) => ask('s3', operation, { Bucket, ...input }, region);
  await s3('CreateBucket', { CreateBucketConfiguration: { LocationConstraint: region } });
  await s3('PutBucketPolicy', { Policy: BUCKET_POLICY });
  await s3('PutBucketNotificationConfiguration', {
    NotificationConfiguration: { EventBridgeConfiguration: {} },
  });
  await s3('PutBucketLogging', {
    BucketLoggingStatus: { LoggingEnabled: { TargetBucket: Bucket, TargetPrefix: 'access/' } },
  });
  await s3('PutBucketVersioning', { VersioningConfiguration: { Status: 'Enabled' } });
  await s3('PutBucketEncryption', {
    ServerSideEncryptionConfiguration: {
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID } }],
    },
  });
  await s3('PutBucketLifecycleConfiguration', {
    LifecycleConfiguration: {
      Rules: [
        {
          ID: 'old',
          Status: 'Enabled',
          Filter: { Prefix: 'old/' },
          Expiration: { Date: new Date('2030-01-01') },
        },
      ],
    },
  });
}

async function makeLogGroup(ask: Ask): Promise<void> {
  await ask('logs', 'CreateLogGroup', { logGroupName: GROUP });
  await ask('logs', 'PutRetentionPolicy', { logGroupName: GROUP, retentionInDays: 365 });
  await ask('logs', 'PutMetricFilter', {
    logGroupName: GROUP,
    filterName: 'root',
    filterPattern: '{ $.userIdentity.type = "Root" }',
    metricTransformations: [{ metricName: 'RootUse', metricNamespace: 'Trail', metricValue: '1' }],
  });
  await ask('cloudwatch', 'PutMetricAlarm', ALARM);
  const trust = policy({ Effect: 'Allow', Principal: CLOUDTRAIL, Action: 'sts:AssumeRole' });
  await ask('iam', 'CreateRole', { RoleName: ROLE, AssumeRolePolicyDocument: trust });
  const Action = ['logs:CreateLogStream', 'logs:PutLogEvents'];
  await ask('iam', 'PutRolePolicy', {
    RoleName: ROLE,
    PolicyName: 'deliver',
    PolicyDocument: policy({ Effect: 'Allow', Action, Resource: '*' }),
  });
}

/** Over what the metric filter counts. */
export const ALARM = {
  AlarmName: 'root-is-used',
  Namespace: 'Trail',
  MetricName: 'RootUse',
  Statistic: 'Sum',
  Period: 300,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
} as const;

/** Everything that the product reads of the trail, as its guard does. */
export async function readWholeTrail(callAws: CallAws): Promise<PartsRead> {
  const reader = makeTrailReader(callAws, SETTINGS);
  const trail = await reader.findTrail(TRAIL.arn, REGION);
  if (!trail?.settings) throw new Error('the trail is gone');
  const about = {
    accountId: ACCOUNT_ID,
    partition: 'aws',
    trailRegion: REGION,
    bucketOwner: ACCOUNT_ID,
    alarmNames: null,
  };
  const [own, dependencies] = await Promise.all([
    reader.readTrailParts(trail),
    reader.readDependencies(trail.settings, about),
  ]);
  return { ...own, ...dependencies };
}

const SETTINGS = {
  region: REGION,
  trails: [],
  accountId: ACCOUNT_ID,
  partition: 'aws',
} as unknown as Parameters<typeof makeTrailReader>[1];
