import type { Clients, Fields } from './connect.ts';
import type { Scene } from './scene.ts';
import { WHOLE } from './whole-names.ts';

/** What a trail and everything that it depends on are set to, by the call that tells it. */
export type State = Readonly<Record<string, unknown>>;

/**
 * Reads it all through the public API, with nothing of the guard's: what is compared here is what AWS says.
 * @param as who may read everything
 */
export async function readState(as: Clients, scene: Scene): Promise<State> {
  const reads = [
    ...trailReads(scene),
    ...bucketReads(scene),
    ...keyReads(scene),
    ...otherReads(scene),
    ...logGroupReads(scene),
    ...roleReads(scene),
  ];
  const answers = reads.map(async ({ service, operation, input, pick }) => {
    const answer = await as[service](operation, input, scene.region).then(pick, nameOfError);
    return [`${service} ${operation}`, sortedForGood(answer)] as const;
  });
  return Object.fromEntries(await Promise.all(answers));
}

/** The calls whose answers differ. */
export const differences = (before: State, after: State): readonly string[] =>
  Object.keys(before).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));

interface Read {
  readonly service: keyof Clients;
  readonly operation: string;
  readonly input: Fields;
  readonly pick: (answer: Fields) => unknown;
}

const all = ({ $metadata: _, ...answer }: Fields) => answer;

const reading =
  (service: keyof Clients, input: Fields) =>
  (operation: string, pick: Read['pick'] = all): Read => ({ service, operation, input, pick });

/** A thing that is gone is a state, too. */
const nameOfError = (error: unknown) => (error instanceof Error ? error.name : String(error));

function trailReads({ trail, trailArn }: Scene): readonly Read[] {
  const byName = reading('cloudtrail', { Name: trail });
  const byTrailName = reading('cloudtrail', { TrailName: trailArn });
  return [
    // Its field SnsTopicName echoes what was sent, and is out of use; the topic's ARN tells.
    byName('GetTrail', ({ Trail }) => ({ ...(Trail as Fields), SnsTopicName: undefined })),
    byName('GetTrailStatus', ({ IsLogging }) => ({ IsLogging })),
    byTrailName('GetEventSelectors'),
    byTrailName('GetInsightSelectors', ({ InsightSelectors }) => InsightSelectors),
    byTrailName('GetEventConfiguration'),
    reading('cloudtrail', { ResourceIdList: [trailArn] })('ListTags'),
  ];
}

const BUCKET_READS = [
  'GetBucketPolicy',
  'GetPublicAccessBlock',
  'GetBucketVersioning',
  'GetBucketLifecycleConfiguration',
  'GetBucketEncryption',
  'GetBucketOwnershipControls',
  'GetBucketAcl',
  'GetObjectLockConfiguration',
  'GetBucketNotificationConfiguration',
  'GetBucketReplication',
  'GetBucketLogging',
] as const;

function bucketReads({ bucket }: Scene): readonly Read[] {
  const ofBucket = reading('s3', { Bucket: bucket });
  return BUCKET_READS.map((operation) => ofBucket(operation));
}

function keyReads({ key }: Scene): readonly Read[] {
  if (!key) return [];
  const ofKey = reading('kms', { KeyId: key });
  return [
    ofKey('DescribeKey', ({ KeyMetadata }) => (KeyMetadata as Fields).KeyState),
    ofKey('GetKeyPolicy', ({ Policy }) => JSON.parse(String(Policy))),
    ofKey('GetKeyRotationStatus', ({ KeyRotationEnabled, RotationPeriodInDays }) => ({
      KeyRotationEnabled,
      RotationPeriodInDays,
    })),
    ofKey('ListGrants', ({ Grants }) =>
      listOf(Grants).map(({ GranteePrincipal, Operations }) => ({ GranteePrincipal, Operations })),
    ),
  ];
}

function otherReads({ topicArn }: Scene): readonly Read[] {
  if (!topicArn) return [];
  const pick = ({ Attributes }: Fields) => {
    const { Policy, KmsMasterKeyId } = Attributes as Fields;
    return { Policy: JSON.parse(String(Policy)), KmsMasterKeyId };
  };
  return [reading('sns', { TopicArn: topicArn })('GetTopicAttributes', pick)];
}

function logGroupReads({ group }: Scene): readonly Read[] {
  if (!group) return [];
  const withoutTimes = (list: unknown) =>
    listOf(list).map(({ creationTime: _, storedBytes: __, metricFilterCount: ___, ...rest }) => rest);
  // That a group had a data protection policy once is no setting of it.
  const withoutPast = (list: unknown) =>
    listOf(list).map(({ dataProtectionStatus: status, ...rest }) =>
      status === 'DELETED' ? rest : { ...rest, dataProtectionStatus: status },
    );
  const byName = reading('logs', { logGroupName: group });
  const byIdentifier = reading('logs', { logGroupIdentifier: group });
  return [
    reading('logs', { logGroupNamePrefix: group })('DescribeLogGroups', ({ logGroups }) =>
      withoutPast(withoutTimes(logGroups)),
    ),
    byName('DescribeMetricFilters', ({ metricFilters }) => withoutTimes(metricFilters)),
    byName('DescribeSubscriptionFilters', ({ subscriptionFilters }) => withoutTimes(subscriptionFilters)),
    byIdentifier('GetDataProtectionPolicy', ({ policyDocument }) => policyDocument),
    byIdentifier('GetTransformer', ({ transformerConfig }) => transformerConfig),
    reading('monitoring', { AlarmNames: [WHOLE.alarm] })('DescribeAlarms', ({ MetricAlarms }) =>
      listOf(MetricAlarms).map(withoutState),
    ),
  ];
}

/** When it was last put, and what it said since, is no setting of it. */
const withoutState = (alarm: Fields): Fields =>
  Object.fromEntries(Object.entries(alarm).filter(([name]) => !/^State|Timestamp$/.test(name)));

function roleReads({ role }: Scene): readonly Read[] {
  if (!role) return [];
  const ofRole = reading('iam', { RoleName: role });
  return [
    ofRole('GetRole', ({ Role }) => {
      const { Arn, AssumeRolePolicyDocument, PermissionsBoundary } = Role as Fields;
      return { Arn, AssumeRolePolicyDocument, PermissionsBoundary };
    }),
    ofRole('ListRolePolicies', ({ PolicyNames }) => PolicyNames),
    ofRole('ListAttachedRolePolicies', ({ AttachedPolicies }) => AttachedPolicies),
  ];
}

const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value : []);

/** Lists of AWS have no order that means anything, nor have the members of an answer. Policies given as text are read. */
function sortedForGood(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith('{"')) return sortedForGood(JSON.parse(value));
  if (Array.isArray(value)) return value.map(sortedForGood).toSorted(byText);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const { $metadata: _, ...fields } = value as Fields;
  const members = Object.entries(fields).map(([name, member]) => [name, sortedForGood(member)] as const);
  return Object.fromEntries(members.toSorted(byText));
}

const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
