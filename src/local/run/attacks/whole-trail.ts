import { locationOf, TRAIL_NAME } from '../prepare.ts';
import { ACCOUNT_ID, type EmbeddedAws } from '../start.ts';
import { type Clients, connect } from './connect.ts';
import { allow, CLOUDTRAIL, delivery, policy } from './policies.ts';
import { makeBuckets } from './whole-bucket.ts';
import { makeKey } from './whole-key.ts';
import { makeLogGroup } from './whole-log-group.ts';
import { WHOLE } from './whole-names.ts';
import { SELECTORS } from './whole-selectors.ts';

/** In which the trail differs from what careful owners set up. */
export interface WholeTrail {
  /** @default true */
  readonly isBucketLocked?: boolean;
  /** @default 2555 */
  readonly expiryDays?: number;
  /** @default false */
  readonly isKeyImported?: boolean;
  /** @default false */
  readonly isOrganizationTrail?: boolean;
  /** The log archive: the stranger's bucket. @default false */
  readonly isBucketElsewhere?: boolean;
}

/**
 * Makes a trail with everything that a trail can depend on, as careful owners set it up: a locked, versioned, encrypted and
 * replicated bucket, a key, a topic, a log group with its role, filters and alarm.
 * @returns parameters of the stack with which the guard may put all of it back
 */
export async function prepareWholeTrail(
  aws: EmbeddedAws,
  how: WholeTrail = {},
): Promise<Readonly<Record<string, string>>> {
  const as = connect(aws, aws.operator);
  const { region } = aws;
  const key = await makeKey(as, region, how.isKeyImported ?? false);
  await Promise.all([
    makeBuckets(as, { key, region, ...how }),
    makeStrangersBucket(connect(aws, aws.stranger), region),
    makeTopic(as, region),
    makeLogGroup(as, key, region),
  ]);
  await makeTrail(as, key, { region, ...how });
  return parametersFor(key, region);
}

const arnIn = (service: string, region: string, resource: string) =>
  `arn:aws:${service}:${region}:${ACCOUNT_ID}:${resource}`;

const parametersFor = (key: string, region: string) => ({
  SecurityContactEmail: 'security@example.com',
  ApprovedPrincipals: `arn:aws:iam::${ACCOUNT_ID}:user/operator`,
  RestoreScope: 'trail-and-destination',
  BucketArns: `arn:aws:s3:::${WHOLE.bucket}`,
  KeyArns: key,
  TopicArns: arnIn('sns', region, WHOLE.topic),
  LogGroupArns: arnIn('logs', region, `log-group:${WHOLE.group}`),
  LogsRoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/${WHOLE.role}`,
});

/** A stranger's bucket takes this account's log files: that is where an attacker sends them. */
async function makeStrangersBucket({ s3 }: Clients, region: string): Promise<void> {
  const Bucket = WHOLE.strangersBucket;
  await s3('CreateBucket', { Bucket, CreateBucketConfiguration: locationOf(region) });
  await s3('PutBucketPolicy', { Bucket, Policy: policy(...delivery(Bucket)) });
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html */
async function makeTopic({ sns }: Clients, region: string): Promise<void> {
  const Resource = arnIn('sns', region, WHOLE.topic);
  const Policy = policy(allow(CLOUDTRAIL, 'sns:Publish', { Resource }));
  await sns('CreateTopic', { Name: WHOLE.topic, Attributes: { Policy } });
}

async function makeTrail(
  { cloudtrail }: Clients,
  KmsKeyId: string,
  { region, isBucketElsewhere, isOrganizationTrail = false }: WholeTrail & { readonly region: string },
): Promise<void> {
  const { TrailARN: TrailName } = await cloudtrail('CreateTrail', {
    Name: TRAIL_NAME,
    S3BucketName: isBucketElsewhere ? WHOLE.strangersBucket : WHOLE.bucket,
    SnsTopicName: WHOLE.topic,
    IsMultiRegionTrail: true,
    IsOrganizationTrail: isOrganizationTrail,
    EnableLogFileValidation: true,
    KmsKeyId,
    CloudWatchLogsLogGroupArn: arnIn('logs', region, `log-group:${WHOLE.group}:*`),
    CloudWatchLogsRoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/${WHOLE.role}`,
    TagsList: TAGS,
  });
  await cloudtrail('PutEventSelectors', { TrailName, EventSelectors: SELECTORS });
  await cloudtrail('PutEventConfiguration', { TrailName, AggregationConfigurations: AGGREGATIONS });
  await cloudtrail('PutInsightSelectors', { TrailName, InsightSelectors: INSIGHTS });
  await cloudtrail('StartLogging', { Name: TrailName });
}

const TAGS = [
  { Key: 'team', Value: 'security' },
  { Key: 'protected', Value: 'yes' },
];
const AGGREGATIONS = [{ Templates: ['API_ACTIVITY'], EventCategory: 'Data' }];
const INSIGHTS = [{ InsightType: 'ApiCallRateInsight' }, { InsightType: 'ApiErrorRateInsight' }];
