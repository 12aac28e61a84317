import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallAws } from '../src/aws/call-aws.ts';
import { makeRestorer } from '../src/aws/restorer.ts';
import type { JsonObject } from '../src/domain/json.ts';
import type { PartName, PartValues } from '../src/domain/parts.ts';
import type { RestoringCall } from '../src/domain/restoring-call.ts';
import type { PartsRead } from '../src/domain/snapshot.ts';
import { systemClock } from '../src/lambda/system-clock.ts';
import { type EmbeddedAws, REGION, startEmbeddedAws } from '../src/local/run/start.ts';
import {
  ALARM,
  type Ask,
  BUCKET,
  GROUP,
  makeWholeTrail,
  operatorOf,
  ROLE,
  readWholeTrail,
  TRAIL,
} from './whole-trail.ts';

const { Bucket, region } = BUCKET;

let aws: EmbeddedAws;
let callAws: CallAws;
let ask: Ask;
let KeyId: string;
let before: PartsRead;

beforeEach(async () => {
  aws = await startEmbeddedAws({ quotas: false });
  ({ callAws, ask } = operatorOf(aws));
  KeyId = await makeWholeTrail(ask);
  before = await readWholeTrail(callAws);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

/** What was read of a part before the attack: steps are made of nothing else. */
function partOf<Name extends PartName>(name: Name): PartValues[Name] {
  const part = before[name];
  if (!part?.read) throw new Error(`${name} was not read`);
  return part.value as PartValues[Name];
}

type Call = readonly [RestoringCall, JsonObject];

const apply = async (steps: readonly Call[], at = REGION) => {
  const restorer = makeRestorer(callAws, systemClock, REGION);
  for (const [call, input] of steps) {
    // Steps are stored and shown as JSON: nothing else may be in them.
    const stored = JSON.parse(JSON.stringify(input)) as JsonObject;
    await restorer.apply({ call, input: stored, region: at, trailArn: TRAIL.arn, paths: [] });
  }
};

interface Case {
  readonly what: string;
  readonly attack: () => Promise<unknown>;
  readonly undo: () => readonly Call[];
  readonly at?: string;
}

const s3 = (operation: string, input: JsonObject = {}) => ask('s3', operation, { Bucket, ...input }, region);
const kms = (operation: string, input: JsonObject = {}) => ask('kms', operation, { KeyId, ...input }, region);
const trail = (operation: string, input: JsonObject) => ask('cloudtrail', operation, input);

const CASES: readonly Case[] = [
  {
    what: 'settings of the trail',
    attack: () => trail('UpdateTrail', { Name: TRAIL.arn, IsMultiRegionTrail: false, KmsKeyId: '' }),
    undo: () => [['UpdateTrail', { Name: TRAIL.arn, IsMultiRegionTrail: true, KmsKeyId: KeyId }]],
  },
  {
    what: 'event selectors',
    attack: () =>
      trail('PutEventSelectors', { TrailName: TRAIL.arn, EventSelectors: [{ ReadWriteType: 'ReadOnly' }] }),
    undo: () => [['PutEventSelectors', { TrailName: TRAIL.arn, ...partOf('eventSelectors') }]],
  },
  {
    what: 'Insights',
    attack: () => trail('PutInsightSelectors', { TrailName: TRAIL.arn, InsightSelectors: [] }),
    undo: () => [
      ['PutInsightSelectors', { TrailName: TRAIL.arn, InsightSelectors: partOf('insightSelectors') }],
    ],
  },
  {
    what: 'tags',
    attack: () => trail('RemoveTags', { ResourceId: TRAIL.arn, TagsList: [{ Key: 'team' }] }),
    undo: () => [['AddTags', { ResourceId: TRAIL.arn, TagsList: [{ Key: 'team', Value: 'security' }] }]],
  },
  {
    what: 'the bucket’s policy',
    attack: () => s3('DeleteBucketPolicy'),
    undo: () => [['PutBucketPolicy', { Bucket, Policy: JSON.stringify(partOf('bucket.policy')) }]],
    at: region,
  },
  {
    what: 'versioning',
    attack: () => s3('PutBucketVersioning', { VersioningConfiguration: { Status: 'Suspended' } }),
    undo: () => [['PutBucketVersioning', { Bucket, VersioningConfiguration: { Status: 'Enabled' } }]],
    at: region,
  },
  {
    what: 'lifecycle rules with a date',
    attack: () => s3('DeleteBucketLifecycle'),
    undo: () => [
      ['PutBucketLifecycleConfiguration', { Bucket, LifecycleConfiguration: partOf('bucket.lifecycle') }],
    ],
    at: region,
  },
  {
    what: 'public access block, which is twice right if it is put twice',
    attack: () => s3('DeletePublicAccessBlock'),
    undo: () => {
      const block = { Bucket, PublicAccessBlockConfiguration: partOf('bucket.publicAccessBlock') };
      return [
        ['PutPublicAccessBlock', block],
        ['PutPublicAccessBlock', block],
      ];
    },
    at: region,
  },
  {
    what: 'the bucket’s encryption',
    attack: () => s3('DeleteBucketEncryption'),
    undo: () => [
      ['PutBucketEncryption', { Bucket, ServerSideEncryptionConfiguration: partOf('bucket.encryption') }],
    ],
    at: region,
  },
  {
    what: 'whom the bucket notifies',
    attack: () => s3('PutBucketNotificationConfiguration', { NotificationConfiguration: {} }),
    undo: () => [
      [
        'PutBucketNotificationConfiguration',
        { Bucket, NotificationConfiguration: partOf('bucket.notification') },
      ],
    ],
    at: region,
  },
  {
    what: 'who can reach the bucket by its list',
    attack: async () => {
      await s3('PutPublicAccessBlock', { PublicAccessBlockConfiguration: {} });
      await s3('PutBucketOwnershipControls', {
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
      });
      await s3('PutBucketAcl', { ACL: 'public-read' });
    },
    undo: () => {
      const { OwnerId, Grants } = partOf('bucket.acl');
      const block = partOf('bucket.publicAccessBlock');
      const Rules = [{ ObjectOwnership: partOf('bucket.ownership') }];
      return [
        ['PutBucketAcl', { Bucket, AccessControlPolicy: { Owner: { ID: OwnerId }, Grants } }],
        ['PutBucketOwnershipControls', { Bucket, OwnershipControls: { Rules } }],
        ['PutPublicAccessBlock', { Bucket, PublicAccessBlockConfiguration: block }],
      ];
    },
    at: region,
  },
  {
    what: 'a key that is to be deleted',
    attack: () => kms('ScheduleKeyDeletion', { PendingWindowInDays: 7 }),
    // The second cancelling finds nothing to cancel, and that is what it was for.
    undo: () => [
      ['CancelKeyDeletion', { KeyId }],
      ['CancelKeyDeletion', { KeyId }],
      ['EnableKey', { KeyId }],
      ['EnableKey', { KeyId }],
    ],
    at: region,
  },
  {
    what: 'the key’s policy',
    attack: () =>
      kms('PutKeyPolicy', {
        PolicyName: 'default',
        Policy: JSON.stringify({
          ...partOf('key.policy'),
          Statement: partOf('key.policy').Statement.slice(0, 1),
        }),
      }),
    undo: () => [
      ['PutKeyPolicy', { KeyId, PolicyName: 'default', Policy: JSON.stringify(partOf('key.policy')) }],
    ],
    at: region,
  },
  {
    what: 'the topic’s policy',
    attack: () => putTopicPolicy({ Version: '2012-10-17', Statement: [{ ...DENY, Resource: topic() }] }),
    undo: () => [
      [
        'SetTopicAttributes',
        {
          TopicArn: topic(),
          AttributeName: 'Policy',
          AttributeValue: JSON.stringify(partOf('topic')?.Policy),
        },
      ],
    ],
  },
  {
    what: 'the log group',
    attack: () => ask('logs', 'DeleteLogGroup', { logGroupName: GROUP }),
    undo: () => [
      ['CreateLogGroup', { logGroupName: GROUP }],
      ['CreateLogGroup', { logGroupName: GROUP }],
      ['PutRetentionPolicy', { logGroupName: GROUP, retentionInDays: partOf('logGroup')?.retentionInDays }],
      ...partOf('logGroup.metricFilters').map(
        (filter) => ['PutMetricFilter', { logGroupName: GROUP, ...filter }] as const,
      ),
    ],
  },
  {
    what: 'events of the log group that are masked',
    attack: () =>
      ask('logs', 'PutDataProtectionPolicy', { logGroupIdentifier: GROUP, policyDocument: MASKING }),
    undo: () => [['DeleteDataProtectionPolicy', { logGroupIdentifier: GROUP }]],
  },
  {
    what: 'the form of events of the log group',
    attack: () =>
      ask('logs', 'PutTransformer', {
        logGroupIdentifier: GROUP,
        transformerConfig: [{ parseJSON: {} }, { deleteKeys: { withKeys: ['sourceIPAddress'] } }],
      }),
    undo: () => [
      ['DeleteTransformer', { logGroupIdentifier: GROUP }],
      ['DeleteTransformer', { logGroupIdentifier: GROUP }],
    ],
  },
  {
    what: 'the alarm over what the log group’s filter counts',
    attack: () => ask('cloudwatch', 'DeleteAlarms', { AlarmNames: [ALARM.AlarmName] }),
    undo: () => [
      ...partOf('logGroup.alarms').map((alarm) => ['PutMetricAlarm', alarm] as const),
      ['EnableAlarmActions', { AlarmNames: [ALARM.AlarmName] }],
    ],
  },
  {
    what: 'the role’s policy',
    attack: () => ask('iam', 'DeleteRolePolicy', { RoleName: ROLE, PolicyName: 'deliver' }),
    undo: () => [
      [
        'PutRolePolicy',
        {
          RoleName: ROLE,
          PolicyName: 'deliver',
          PolicyDocument: JSON.stringify(partOf('role')?.InlinePolicies.deliver),
        },
      ],
    ],
  },
];

const MASKED = ['arn:aws:dataprotection::aws:data-identifier/IpAddress'];
const MASKING = JSON.stringify({
  Name: 'mask',
  Version: '2021-06-01',
  Statement: [
    { Sid: 'audit', DataIdentifier: MASKED, Operation: { Audit: { FindingsDestination: {} } } },
    { Sid: 'mask', DataIdentifier: MASKED, Operation: { Deidentify: { MaskConfig: {} } } },
  ],
});
const DENY = { Effect: 'Deny', Principal: '*', Action: 'sns:Publish' };
const topic = () => partOf('trail').SnsTopicARN;
const putTopicPolicy = (policy: object) =>
  ask('sns', 'SetTopicAttributes', {
    TopicArn: topic(),
    AttributeName: 'Policy',
    AttributeValue: JSON.stringify(policy),
  });

describe('steps that are made of what was read put back exactly that:', () => {
  it.each(CASES)('$what', async ({ attack, undo, at }) => {
    await attack();
    expect(await readWholeTrail(callAws)).not.toEqual(before);
    await apply(undo(), at);
    expect(await readWholeTrail(callAws)).toEqual(before);
  });

  it('an alias of the key, deleted or moved', async () => {
    const AliasName = 'alias/logs';
    await kms('CreateAlias', { AliasName, TargetKeyId: KeyId });
    before = await readWholeTrail(callAws);
    expect(partOf('key.aliases')).toEqual([AliasName]);
    await kms('DeleteAlias', { AliasName });
    await apply([['CreateAlias', { AliasName, TargetKeyId: KeyId }]], region);
    expect(await readWholeTrail(callAws)).toEqual(before);
    const { KeyMetadata } = await kms('CreateKey');
    await kms('UpdateAlias', { AliasName, TargetKeyId: (KeyMetadata as JsonObject).KeyId });
    expect(await readWholeTrail(callAws)).toMatchObject({ 'key.aliases': { value: [] } });
    await apply([['UpdateAlias', { AliasName, TargetKeyId: KeyId }]], region);
    expect(await readWholeTrail(callAws)).toEqual(before);
  });

  it('a deleted trail, with everything that it had', async () => {
    await trail('DeleteTrail', { Name: TRAIL.arn });
    const { LogFileValidationEnabled, SnsTopicARN, IsOrganizationTrail: _, ...settings } = partOf('trail');
    await apply([
      [
        'CreateTrail',
        {
          ...settings,
          Name: TRAIL.name,
          EnableLogFileValidation: LogFileValidationEnabled,
          SnsTopicName: SnsTopicARN,
          TagsList: [{ Key: 'team', Value: 'security' }],
        },
      ],
      ['PutInsightSelectors', { TrailName: TRAIL.arn, InsightSelectors: partOf('insightSelectors') }],
      ['StartLogging', { Name: TRAIL.arn }],
    ]);
    expect(await readWholeTrail(callAws)).toEqual(before);
  });
});

describe('a bucket that should be ours', () => {
  const prove = (account: string, bucket: string = Bucket) =>
    makeRestorer(callAws, systemClock, REGION).proveBucketOwner(bucket, account);

  it('is proven in whatever Region it is; another account is not; and one that is gone is gone', async () => {
    expect(await prove('111122223333')).toEqual({ result: 'proven' });
    expect(await prove('444455556666')).toMatchObject({ result: 'unproven' });
    expect(await prove('111122223333', 'nobody-has-this')).toEqual({ result: 'gone' });
  });
});
