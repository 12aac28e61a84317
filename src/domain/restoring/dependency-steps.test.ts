import { describe, expect, test } from 'vitest';
import { BASELINE_SCHEMA, type Baseline } from '../baseline/baseline.ts';
import {
  ACCOUNT,
  KEY_ARN,
  MAY_WRITE,
  policyOf,
  ROLE_ARN,
  STRANGER,
  TOPIC_ARN,
  TRAIL,
  TRAIL_ARN,
} from '../compare/policy/test-kit.ts';
import type { Drift, DriftPath } from '../drift.ts';
import type { MetricAlarm, Parts } from '../parts.ts';
import { dependencySteps } from './dependency-steps.ts';

const POLICY = policyOf(MAY_WRITE);
const TRUST = policyOf({
  Effect: 'Allow',
  Principal: { Service: 'cloudtrail.amazonaws.com' },
  Action: 'sts:AssumeRole',
});
const ALL = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const GRANT = {
  GranteePrincipal: ROLE_ARN,
  Operations: ['Decrypt'],
  Name: null,
  Constraints: null,
  RetiringPrincipal: null,
};

const PARTS: Parts & Pick<Required<Parts>, 'trail'> = {
  trail: TRAIL.settings,
  bucket: { Name: 'logs', Region: 'eu-west-1' },
  'bucket.policy': POLICY,
  'bucket.publicAccessBlock': ALL,
  'bucket.versioning': { Status: 'Enabled', MFADelete: null },
  'bucket.lifecycle': { Rules: [{ ID: 'a', Status: 'Enabled', Filter: {}, Expiration: { Days: 365 } }] },
  'bucket.encryption': { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
  'bucket.ownership': 'BucketOwnerEnforced',
  'bucket.acl': {
    OwnerId: 'a',
    Grants: [{ Grantee: { ID: 'a', Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }],
  },
  'bucket.objectLock': { Mode: 'COMPLIANCE', Days: null, Years: 1 },
  'bucket.notification': { EventBridgeConfiguration: {} },
  'bucket.replication': { Role: ROLE_ARN, Rules: [] },
  'bucket.logging': { TargetBucket: 'access', TargetPrefix: '' },
  key: { Arn: KEY_ARN, KeyState: 'Enabled', KeyManager: 'CUSTOMER', Origin: 'AWS_KMS', DeletionDate: null },
  'key.policy': POLICY,
  'key.rotation': { KeyRotationEnabled: true, RotationPeriodInDays: 90 },
  'key.grants': [GRANT, { ...GRANT, Operations: ['Encrypt'] }],
  topic: { Policy: POLICY, KmsMasterKeyId: null },
  logGroup: { retentionInDays: 365, kmsKeyId: KEY_ARN },
  'logGroup.metricFilters': [{ filterName: 'root', filterPattern: 'x', metricTransformations: [] }],
  'logGroup.subscriptionFilters': [{ filterName: 'siem', filterPattern: '', destinationArn: ROLE_ARN }],
  role: {
    Arn: ROLE_ARN,
    AssumeRolePolicyDocument: TRUST,
    InlinePolicies: { write: POLICY },
    AttachedPolicies: {},
    PermissionsBoundary: null,
  },
};

const baseline = (parts: Parts = {}, bucketOwner: string | null = ACCOUNT): Baseline => ({
  schema: BASELINE_SCHEMA,
  trail: { name: 'main', arn: TRAIL_ARN, accountId: ACCOUNT, homeRegion: 'eu-central-1' },
  version: 1,
  approval: { how: 'adopt', at: '2026-11-21T09:00:00.000Z', by: ROLE_ARN, reason: null },
  state: 'guarded',
  mode: null,
  bucketOwner,
  organizationId: null,
  parts: { ...PARTS, ...parts },
});

const weaker = (path: DriftPath, fields: Partial<Drift> = {}): Drift => ({
  path,
  expected: null,
  actual: null,
  class: 'weaker',
  ...fields,
});
const ABOUT = { trailArn: TRAIL_ARN, bucketRegion: 'eu-west-1', accountId: ACCOUNT };
const stepsFor = (drifts: readonly Drift[], of = baseline()) => dependencySteps(drifts, of, ABOUT);
const callsFor = (drifts: readonly Drift[], of = baseline()) => stepsFor(drifts, of).map(({ call }) => call);

describe('only what is weaker is put back', () => {
  test('and nothing without a drift', () => {
    expect(stepsFor([])).toEqual([]);
    expect(
      stepsFor([
        weaker('bucket.policy.access', { class: 'different' }),
        weaker('key.KeyState', { class: 'stronger' }),
      ]),
    ).toEqual([]);
  });

  test('by one call for all that it puts back, with what was approved', () => {
    const paths = ['bucket.policy.delivery', 'bucket.policy.access'] as const;
    expect(stepsFor(paths.map((path) => weaker(path, { expected: ['x'], actual: ['y'] })))).toEqual([
      {
        call: 'PutBucketPolicy',
        input: { Bucket: 'logs', ExpectedBucketOwner: ACCOUNT, Policy: JSON.stringify(POLICY) },
        region: 'eu-west-1',
        trailArn: TRAIL_ARN,
        paths,
      },
    ]);
  });
});

describe('the bucket', () => {
  test.each<[DriftPath, string, object]>([
    ['bucket.policy', 'PutBucketPolicy', { Policy: JSON.stringify(POLICY) }],
    [
      'bucket.publicAccessBlock.BlockPublicAcls',
      'PutPublicAccessBlock',
      { PublicAccessBlockConfiguration: ALL },
    ],
    ['bucket.versioning.Status', 'PutBucketVersioning', { VersioningConfiguration: { Status: 'Enabled' } }],
    [
      'bucket.lifecycle.expiration',
      'PutBucketLifecycleConfiguration',
      { LifecycleConfiguration: PARTS['bucket.lifecycle'] },
    ],
    [
      'bucket.encryption',
      'PutBucketEncryption',
      { ServerSideEncryptionConfiguration: PARTS['bucket.encryption'] },
    ],
    [
      'bucket.ownership',
      'PutBucketOwnershipControls',
      { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
    ],
    [
      'bucket.objectLock',
      'PutObjectLockConfiguration',
      {
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 1 } },
        },
      },
    ],
    [
      'bucket.notification',
      'PutBucketNotificationConfiguration',
      { NotificationConfiguration: { EventBridgeConfiguration: {} } },
    ],
    ['bucket.replication', 'PutBucketReplication', { ReplicationConfiguration: PARTS['bucket.replication'] }],
    [
      'bucket.logging',
      'PutBucketLogging',
      { BucketLoggingStatus: { LoggingEnabled: PARTS['bucket.logging'] } },
    ],
  ])('%s is put back by %s', (path, call, input) => {
    expect(stepsFor([weaker(path)])).toMatchObject([
      { call, input: { Bucket: 'logs', ExpectedBucketOwner: ACCOUNT, ...input }, paths: [path] },
    ]);
  });

  test.each<[DriftPath, keyof Parts, string]>([
    ['bucket.policy.access', 'bucket.policy', 'DeleteBucketPolicy'],
    ['bucket.lifecycle.expiration', 'bucket.lifecycle', 'DeleteBucketLifecycle'],
    ['bucket.replication', 'bucket.replication', 'DeleteBucketReplication'],
  ])('%s goes where there was none', (path, part, call) => {
    expect(stepsFor([weaker(path)], baseline({ [part]: null }))).toMatchObject([
      { call, input: { Bucket: 'logs', ExpectedBucketOwner: ACCOUNT } },
    ]);
  });

  test('whose owner is unknown is changed without saying whose it must be', () => {
    expect(stepsFor([weaker('bucket.logging')], baseline({}, null))[0]?.input).not.toHaveProperty(
      'ExpectedBucketOwner',
    );
  });

  test('gets its MFA delete from nobody but the root user', () => {
    expect(stepsFor([weaker('bucket.versioning.MFADelete')])).toEqual([]);
  });

  test('in another Region is another bucket', () => {
    expect(stepsFor([weaker('bucket.Region')])).toEqual([]);
  });

  test('lets in nobody by its ACL before ACLs are off, and has them on before one is set', () => {
    const both = [weaker('bucket.ownership'), weaker('bucket.acl')];
    expect(callsFor(both)).toEqual(['PutBucketAcl', 'PutBucketOwnershipControls']);
    const preferred = baseline({ 'bucket.ownership': 'BucketOwnerPreferred' });
    expect(callsFor(both, preferred)).toEqual(['PutBucketOwnershipControls', 'PutBucketAcl']);
    expect(stepsFor([weaker('bucket.acl')], preferred)).toMatchObject([
      {
        call: 'PutBucketAcl',
        input: { AccessControlPolicy: { Owner: { ID: 'a' }, Grants: PARTS['bucket.acl']?.Grants } },
      },
    ]);
  });

  test('gets no ACL while ACLs are off: S3 refuses it', () => {
    expect(callsFor([weaker('bucket.acl')])).toEqual(['PutBucketOwnershipControls']);
  });

  test('that is gone is made again as it was', () => {
    const steps = stepsFor([weaker('bucket')]);
    expect(steps.map(({ call }) => call)).toEqual([
      'CreateBucket',
      'PutBucketVersioning',
      'PutPublicAccessBlock',
      'PutBucketOwnershipControls',
      'PutBucketPolicy',
      'PutBucketEncryption',
      'PutObjectLockConfiguration',
      'PutBucketLifecycleConfiguration',
      'PutBucketReplication',
      'PutBucketNotificationConfiguration',
      'PutBucketLogging',
    ]);
    expect(steps[0]?.input).toEqual({
      Bucket: 'logs',
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    });
    expect(steps.every(({ paths, region }) => paths.includes('bucket') && region === 'eu-west-1')).toBe(true);
  });

  test('in us-east-1 is made without saying so', () => {
    const [create] = stepsFor(
      [weaker('bucket')],
      baseline({ bucket: { Name: 'logs', Region: 'us-east-1' } }),
    );
    expect(create).toMatchObject({ input: { Bucket: 'logs' }, region: 'us-east-1' });
    expect(create?.input).not.toHaveProperty('CreateBucketConfiguration');
  });

  test('that another account’s trail delivers to is made again by the guard of its own account, and by no other', () => {
    const gone = [weaker('bucket')];
    const made = (accountId: string) =>
      dependencySteps(gone, baseline({}, STRANGER), { ...ABOUT, accountId }).map(({ call }) => call);
    expect(made(STRANGER)).toContain('CreateBucket');
    expect(made(ACCOUNT)).toEqual([]);
  });

  test('of another account, or nobody knows whose, is not made again', () => {
    expect(stepsFor([weaker('bucket'), weaker('bucket.policy')], baseline({}, STRANGER))).toEqual([]);
    expect(stepsFor([weaker('bucket')], baseline({}, null))).toEqual([]);
  });
});

describe('the key', () => {
  const state = (actual: string) => weaker('key.KeyState', { actual });

  test('is enabled; if it was to be deleted, that is cancelled first', () => {
    expect(stepsFor([state('Disabled')])).toMatchObject([
      { call: 'EnableKey', input: { KeyId: KEY_ARN }, region: 'eu-central-1' },
    ]);
    expect(callsFor([state('PendingDeletion')])).toEqual(['CancelKeyDeletion', 'EnableKey']);
  });

  test('without its material is beyond these calls, and so is one that is gone', () => {
    expect(stepsFor([state('PendingImport')])).toEqual([]);
    expect(stepsFor([weaker('key'), weaker('key.policy.encryption')])).toEqual([]);
  });

  test('gets its policy first, which may deny the rest', () => {
    const drifts = [weaker('key.rotation'), state('PendingDeletion'), weaker('key.policy.access')];
    const steps = stepsFor(drifts);
    expect(steps.map(({ call }) => call)).toEqual([
      'PutKeyPolicy',
      'CancelKeyDeletion',
      'EnableKey',
      'EnableKeyRotation',
    ]);
    expect(steps[0]?.input).toEqual({
      KeyId: KEY_ARN,
      PolicyName: 'default',
      Policy: JSON.stringify(POLICY),
    });
    expect(steps[3]?.input).toEqual({ KeyId: KEY_ARN, RotationPeriodInDays: 90 });
  });

  test('gets the grants that are missing', () => {
    const steps = stepsFor([weaker('key.grants', { expected: [GRANT] })]);
    expect(steps.map(({ call, input }) => ({ call, input }))).toEqual([
      { call: 'CreateGrant', input: { KeyId: KEY_ARN, GranteePrincipal: ROLE_ARN, Operations: ['Decrypt'] } },
    ]);
    expect(stepsFor([weaker('key.grants', { actual: [GRANT] })])).toEqual([]);
  });

  test('gets the aliases that are missing, each made where it is gone and moved where it means another key', () => {
    const of = baseline({ 'key.aliases': ['alias/kept', 'alias/logs'] });
    const input = { AliasName: 'alias/logs', TargetKeyId: KEY_ARN };
    const missing = ['alias/logs', 'alias/never-approved'];
    expect(stepsFor([weaker('key.aliases', { expected: missing })], of)).toEqual(
      (['CreateAlias', 'UpdateAlias'] as const).map((call) => ({
        call,
        input,
        region: 'eu-central-1',
        trailArn: TRAIL_ARN,
        paths: ['key.aliases'],
      })),
    );
  });
});

describe('the topic', () => {
  test('gets its policy and its key', () => {
    expect(stepsFor([weaker('topic.Policy.delivery'), weaker('topic.KmsMasterKeyId')])).toMatchObject([
      {
        call: 'SetTopicAttributes',
        input: { TopicArn: TOPIC_ARN, AttributeName: 'Policy', AttributeValue: JSON.stringify(POLICY) },
      },
      {
        call: 'SetTopicAttributes',
        input: { TopicArn: TOPIC_ARN, AttributeName: 'KmsMasterKeyId', AttributeValue: '' },
      },
    ]);
  });

  test('that is gone is made again, if it was this account’s', () => {
    expect(stepsFor([weaker('topic')])).toMatchObject([
      { call: 'CreateTopic', input: { Name: 'log-files' } },
      { call: 'SetTopicAttributes', input: { AttributeName: 'Policy' } },
    ]);
    const theirs = { trail: { ...PARTS.trail, SnsTopicARN: TOPIC_ARN.replace(ACCOUNT, STRANGER) } };
    expect(stepsFor([weaker('topic')], baseline(theirs))).toEqual([]);
    const there = dependencySteps([weaker('topic')], baseline(theirs), { ...ABOUT, accountId: STRANGER });
    expect(there[0]).toMatchObject({ call: 'CreateTopic' });
  });
});

describe('the log group', () => {
  test('that is gone is made again with everything', () => {
    const steps = stepsFor([weaker('logGroup')]);
    expect(steps.map(({ call }) => call)).toEqual([
      'CreateLogGroup',
      'AssociateKmsKey',
      'PutRetentionPolicy',
      'PutMetricFilter',
      'PutSubscriptionFilter',
    ]);
    expect(steps.every(({ input }) => input.logGroupName === 'trail')).toBe(true);
  });

  test('that was plain and kept everything is so again', () => {
    const plain = baseline({ logGroup: { retentionInDays: null, kmsKeyId: null } });
    expect(callsFor([weaker('logGroup.retentionInDays'), weaker('logGroup.kmsKeyId')], plain)).toEqual([
      'DisassociateKmsKey',
      'DeleteRetentionPolicy',
    ]);
    expect(callsFor([weaker('logGroup')], plain)).not.toContain('DeleteRetentionPolicy');
  });

  test('is unmasked where it was approved so', () => {
    const drifts = [weaker('logGroup.dataProtectionStatus', { actual: 'ACTIVATED' })];
    const of = (dataProtectionStatus: 'ACTIVATED' | null) =>
      baseline({ logGroup: { retentionInDays: null, kmsKeyId: null, dataProtectionStatus } });
    expect(stepsFor(drifts, of(null))).toMatchObject([
      { call: 'DeleteDataProtectionPolicy', paths: ['logGroup.dataProtectionStatus'] },
    ]);
    expect(stepsFor(drifts, of(null))[0]?.input).toEqual({ logGroupIdentifier: 'trail' });
    expect(stepsFor(drifts, of('ACTIVATED'))).toEqual([]);
    expect(callsFor([weaker('logGroup')], of(null))).not.toContain('DeleteDataProtectionPolicy');
  });

  test('gets the approved policy and transformer back, before the filters that see its form', () => {
    const dataProtectionPolicy = { Name: 'mask', Statement: [] };
    const transformerConfig = [{ parseJSON: {} }];
    const of = baseline({
      logGroup: {
        retentionInDays: null,
        kmsKeyId: null,
        dataProtectionStatus: 'ACTIVATED',
        dataProtectionPolicy,
      },
      'logGroup.transformer': { transformerConfig },
    });
    const [protect, transform] = [
      {
        call: 'PutDataProtectionPolicy',
        input: { logGroupIdentifier: 'trail', policyDocument: JSON.stringify(dataProtectionPolicy) },
      },
      { call: 'PutTransformer', input: { logGroupIdentifier: 'trail', transformerConfig } },
    ];
    expect(stepsFor([weaker('logGroup.dataProtectionPolicy')], of)).toMatchObject([protect]);
    expect(stepsFor([weaker('logGroup.dataProtectionStatus')], of)).toMatchObject([protect]);
    expect(stepsFor([weaker('logGroup.transformer')], of)).toMatchObject([transform]);
    expect(callsFor([weaker('logGroup')], of)).toEqual([
      'CreateLogGroup',
      'PutDataProtectionPolicy',
      'PutTransformer',
      'PutMetricFilter',
      'PutSubscriptionFilter',
    ]);
  });

  test('loses a transformer that it did not have, and keeps one of which the baseline says nothing', () => {
    const drifts = [weaker('logGroup.transformer', { actual: {} })];
    expect(stepsFor(drifts, baseline({ 'logGroup.transformer': null }))).toMatchObject([
      { call: 'DeleteTransformer', input: { logGroupIdentifier: 'trail' } },
    ]);
    expect(stepsFor(drifts)).toEqual([]);
    expect(callsFor([weaker('logGroup')], baseline({ 'logGroup.transformer': null }))).not.toContain(
      'DeleteTransformer',
    );
  });

  test('gets the one filter back that changed', () => {
    expect(
      stepsFor([weaker('logGroup.metricFilters.root'), weaker('logGroup.metricFilters.other')]),
    ).toMatchObject([
      { call: 'PutMetricFilter', input: { logGroupName: 'trail', filterName: 'root', filterPattern: 'x' } },
    ]);
  });

  test('gets each alarm back that changed; one that is only switched off is switched on', () => {
    const alarm = (AlarmName: string): MetricAlarm => ({ AlarmName, ActionsEnabled: true, Threshold: 1 });
    const [gone, off] = [alarm('gone'), alarm('off')];
    const drifts = [
      weaker('logGroup.alarms.gone', { expected: gone, actual: null }),
      weaker('logGroup.alarms.off', { expected: off, actual: { ...off, ActionsEnabled: false } }),
    ];
    const of = baseline({ 'logGroup.alarms': [gone, off] });
    expect(stepsFor(drifts, of)).toMatchObject([
      { call: 'PutMetricAlarm', input: gone, paths: ['logGroup.alarms.gone'] },
      { call: 'EnableAlarmActions', input: { AlarmNames: ['off'] }, paths: ['logGroup.alarms.off'] },
    ]);
    const deaf = weaker('logGroup.alarms.off', { expected: off, actual: { ...off, Threshold: 9 } });
    expect(stepsFor([deaf], of)).toMatchObject([{ call: 'PutMetricAlarm', input: off }]);
    expect(callsFor([weaker('logGroup')], of)).not.toContain('PutMetricAlarm');
  });

  test('takes two subscriptions: what nobody approved makes room', () => {
    const drifts = [
      weaker('logGroup.subscriptionFilters.siem', { expected: {} }),
      weaker('logGroup.subscriptionFilters.theirs'),
    ];
    expect(stepsFor(drifts)).toMatchObject([
      { call: 'DeleteSubscriptionFilter', input: { logGroupName: 'trail', filterName: 'theirs' } },
      { call: 'PutSubscriptionFilter', input: { logGroupName: 'trail', filterName: 'siem' } },
    ]);
  });
});

describe('the role', () => {
  const MANAGED = `arn:aws:iam::${ACCOUNT}:policy/write`;
  const attached = (VersionId: string, Document = POLICY) => ({ [MANAGED]: { VersionId, Document } });

  test('that is gone is made again with its path and policies', () => {
    expect(stepsFor([weaker('role')])).toMatchObject([
      {
        call: 'CreateRole',
        input: {
          RoleName: 'trail-logs',
          Path: '/service-role/',
          AssumeRolePolicyDocument: JSON.stringify(TRUST),
        },
      },
      {
        call: 'PutRolePolicy',
        input: { RoleName: 'trail-logs', PolicyName: 'write', PolicyDocument: JSON.stringify(POLICY) },
      },
    ]);
  });

  test('gets its trust back, and loses a boundary that it did not have', () => {
    expect(
      callsFor([weaker('role.AssumeRolePolicyDocument.delivery'), weaker('role.PermissionsBoundary')]),
    ).toEqual(['UpdateAssumeRolePolicy', 'DeleteRolePermissionsBoundary']);
  });

  test('gets the policies that changed, and loses those that it did not have', () => {
    const found = {
      InlinePolicies: { write: POLICY, deny: POLICY },
      AttachedPolicies: { ...attached('v2', TRUST), x: {} },
    };
    const of = baseline({
      role: { ...(PARTS.role as NonNullable<Parts['role']>), AttachedPolicies: attached('v1') },
    });
    expect(
      stepsFor([weaker('role.Policies', { actual: found })], of).map(({ call, input }) => ({ call, input })),
    ).toEqual([
      { call: 'SetDefaultPolicyVersion', input: { PolicyArn: MANAGED, VersionId: 'v1' } },
      { call: 'DeleteRolePolicy', input: { RoleName: 'trail-logs', PolicyName: 'deny' } },
      { call: 'DetachRolePolicy', input: { RoleName: 'trail-logs', PolicyArn: 'x' } },
    ]);
    expect(callsFor([weaker('role.Policies', { actual: { InlinePolicies: {} } })], of)).toEqual([
      'PutRolePolicy',
      'AttachRolePolicy',
    ]);
  });
});

test('the key comes before the bucket that may encrypt with it', () => {
  expect(callsFor([weaker('bucket.encryption'), weaker('key.KeyState', { actual: 'Disabled' })])).toEqual([
    'EnableKey',
    'PutBucketEncryption',
  ]);
});
