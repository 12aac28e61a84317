import { describe, expect, it } from 'vitest';
import type { BasicSelector, Parts } from '../parts.ts';
import { baselineWith } from './baseline-test-kit.ts';
import { findWeaknesses, readParts } from './baseline-weaknesses.ts';

const ACCOUNT = '111122223333';
const { trail } = baselineWith().parts;
const selector = (more: Partial<BasicSelector> = {}): BasicSelector => ({
  ReadWriteType: 'All',
  IncludeManagementEvents: true,
  DataResources: [],
  ExcludeManagementEventSources: [],
  ...more,
});
const CLOUDTRAIL = {
  Effect: 'Allow',
  Principal: { Service: ['cloudtrail.amazonaws.com'] },
  Action: ['s3:PutObject'],
  Resource: ['*'],
  Condition: { StringEquals: { 'aws:SourceArn': [baselineWith().trail.arn] } },
};
const policy = (...Statement: object[]): Parts => ({
  'bucket.policy': { Statement: Statement.map((statement) => ({ ...statement })) },
});
const lifecycle = (...Rules: object[]): Parts => ({
  'bucket.lifecycle': { Rules: Rules.map((rule) => ({ Status: 'Enabled', ...rule })) },
});

const pathsOf = (parts: Parts) => findWeaknesses(parts, ACCOUNT).map(({ path }) => path);
const wordsOf = (parts: Parts) => findWeaknesses(parts, ACCOUNT).map(({ what }) => what);

it('nothing looks weak in a trail with everything on', () => {
  const parts: Parts = {
    trail,
    eventSelectors: { EventSelectors: [selector()] },
    insightSelectors: [],
    bucket: { Name: 'audit-logs', Region: 'us-east-1' },
    ...policy(
      CLOUDTRAIL,
      { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' },
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 's3:*', Resource: '*' },
      {
        Effect: 'Allow',
        Principal: { AWS: '444455556666' },
        Action: ['s3:GetObject', 's3:List*'],
        Resource: '*',
      },
    ),
    'bucket.publicAccessBlock': {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    },
    'bucket.versioning': { Status: 'Enabled', MFADelete: null },
    ...lifecycle({ Expiration: { Days: 365 } }, { Expiration: { Days: 1 }, Filter: { Prefix: 'tmp/' } }),
    key: { Arn: 'arn', KeyState: 'Enabled', KeyManager: 'CUSTOMER', Origin: 'AWS_KMS', DeletionDate: null },
    'key.rotation': { KeyRotationEnabled: true, RotationPeriodInDays: 365 },
    logGroup: {
      retentionInDays: null,
      kmsKeyId: null,
      dataProtectionStatus: null,
      dataProtectionPolicy: null,
      inheritedProperties: [],
    },
    'logGroup.transformer': null,
    'logGroup.alarms': [{ AlarmName: 'root', ActionsEnabled: true }],
  };
  expect(findWeaknesses(parts, ACCOUNT)).toEqual([]);
});

describe('it says where a trail looks weak', () => {
  it.each<[string, Parts]>([
    ['trail.IsMultiRegionTrail', { trail: { ...trail, IsMultiRegionTrail: false } }],
    ['trail.IncludeGlobalServiceEvents', { trail: { ...trail, IncludeGlobalServiceEvents: false } }],
    ['trail.LogFileValidationEnabled', { trail: { ...trail, LogFileValidationEnabled: false } }],
    ['trail.KmsKeyId', { trail: { ...trail, KmsKeyId: null } }],
    [
      'eventSelectors.management.write',
      { eventSelectors: { EventSelectors: [selector({ ReadWriteType: 'ReadOnly' })] } },
    ],
    [
      'eventSelectors.management.read',
      { eventSelectors: { EventSelectors: [selector({ ReadWriteType: 'WriteOnly' })] } },
    ],
    [
      'eventSelectors.management.sources',
      {
        eventSelectors: {
          EventSelectors: [selector({ ExcludeManagementEventSources: ['kms.amazonaws.com'] })],
        },
      },
    ],
    ['bucket.publicAccessBlock', { 'bucket.publicAccessBlock': null }],
    [
      'bucket.publicAccessBlock',
      {
        'bucket.publicAccessBlock': {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: false,
        },
      },
    ],
    ['bucket.versioning.Status', { 'bucket.versioning': { Status: 'Suspended', MFADelete: null } }],
    ['bucket.lifecycle.Rules', lifecycle({ Expiration: { Days: 89 } })],
    ['bucket.lifecycle.Rules', lifecycle({ Expiration: { Date: '2030-01-01T00:00:00.000Z' } })],
    [
      'bucket.lifecycle.Rules',
      lifecycle({ NoncurrentVersionExpiration: { NoncurrentDays: 1 }, Prefix: 'AWSLogs/' }),
    ],
    [
      'bucket.lifecycle.Rules',
      lifecycle({ Expiration: { Days: 1 }, Filter: { And: { Prefix: 'AWSLogs/111122223333/' } } }),
    ],
    [
      'key.KeyState',
      {
        key: {
          Arn: 'arn',
          KeyState: 'Disabled',
          KeyManager: 'CUSTOMER',
          Origin: 'AWS_KMS',
          DeletionDate: null,
        },
      },
    ],
    [
      'key.rotation.KeyRotationEnabled',
      { 'key.rotation': { KeyRotationEnabled: false, RotationPeriodInDays: null } },
    ],
    ['logGroup.retentionInDays', { logGroup: { retentionInDays: 30, kmsKeyId: null } }],
    [
      'logGroup.dataProtectionStatus',
      { logGroup: { retentionInDays: null, kmsKeyId: null, dataProtectionStatus: 'ACTIVATED' } },
    ],
    [
      'logGroup.inheritedProperties',
      {
        logGroup: {
          retentionInDays: null,
          kmsKeyId: null,
          inheritedProperties: ['ACCOUNT_DATA_PROTECTION'],
        },
      },
    ],
    ['logGroup.transformer', { 'logGroup.transformer': { transformerConfig: [{ parseJSON: {} }] } }],
    ['logGroup.alarms.root', { 'logGroup.alarms': [{ AlarmName: 'root', ActionsEnabled: false }] }],
  ])('%s', (path, parts) => {
    expect(pathsOf(parts)).toEqual([path]);
  });
});

it('a rule that is off, keeps long enough, or is about other objects deletes no logs', () => {
  const rules = [
    { Status: 'Disabled', Expiration: { Days: 1 } },
    { Expiration: { Days: 90 } },
    { Transitions: [{ Days: 1, StorageClass: 'GLACIER' }] },
    { Expiration: { Days: 1 }, Prefix: 'other/' },
  ];
  expect(pathsOf(lifecycle(...rules))).toEqual([]);
  const prefixed = {
    trail: { ...trail, S3KeyPrefix: 'other' },
    ...lifecycle({ Expiration: { Days: 1 }, Prefix: 'other/' }),
  };
  expect(pathsOf(prefixed)).toEqual(['bucket.lifecycle.Rules']);
});

describe('whom else the bucket’s policy lets write or delete', () => {
  const allow = (more: object) => ({
    Effect: 'Allow',
    Principal: '*',
    Action: ['s3:PutObject'],
    Resource: '*',
    ...more,
  });
  it.each<[string, object, string | null]>([
    ['everybody', allow({}), 'everybody'],
    ['everybody, by wildcards', allow({ Principal: { AWS: '*' }, Action: 'S3:Delete*' }), 'everybody'],
    [
      'everybody but one',
      allow({ Principal: undefined, NotPrincipal: { AWS: '111122223333' } }),
      'everybody',
    ],
    [
      'everybody, everything but one action',
      allow({ Action: undefined, NotAction: ['s3:GetObject'] }),
      'everybody',
    ],
    [
      'everybody under a condition that anybody meets',
      allow({ Condition: { StringNotEquals: { 'aws:SourceArn': 'x' } } }),
      'everybody',
    ],
    [
      'callers of an organization',
      allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
      null,
    ],
    ['readers', allow({ Action: ['s3:GetObject', 's3:ListBucket'] }), null],
    [
      'another account',
      allow({ Principal: { AWS: ['arn:aws:iam::444455556666:role/x'] } }),
      'account 444455556666',
    ],
    ['this account', allow({ Principal: { AWS: ['arn:aws:iam::111122223333:role/x'] } }), null],
    ['CloudTrail for this trail', CLOUDTRAIL, null],
    ['CloudTrail for any trail', { ...CLOUDTRAIL, Condition: {} }, 'CloudTrail, for trails of any account,'],
    ['nobody, it denies', { ...allow({}), Effect: 'Deny' }, null],
  ])('%s', (_, statement, who) => {
    expect(wordsOf(policy(statement))).toEqual(who ? [`the bucket policy lets ${who} write or delete`] : []);
  });
});

it('of what was not read nothing is said', () => {
  const parts = readParts({
    trail: { read: true, value: trail },
    'bucket.versioning': { read: false, reason: 'AccessDenied' },
  });
  expect(parts).toEqual({ trail });
  expect(pathsOf(parts)).toEqual([]);
});
