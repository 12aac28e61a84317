import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../parts.ts';
import { readBaseline } from './baseline-read.ts';
import { baselineWith } from './baseline-test-kit.ts';

const policy: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject' }],
};

const WHOLE = baselineWith({
  parts: {
    eventSelectors: {
      EventSelectors: [
        {
          ReadWriteType: 'All',
          IncludeManagementEvents: true,
          DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
          ExcludeManagementEventSources: [],
        },
      ],
    },
    insightSelectors: [{ InsightType: 'ApiCallRateInsight' }],
    eventConfiguration: { MaxEventSize: 'Standard' },
    tags: { owner: 'security', ['__proto__']: 'x' },
    bucket: { Name: 'audit-logs', Region: 'us-east-1' },
    'bucket.policy': policy,
    'bucket.publicAccessBlock': null,
    'bucket.versioning': { Status: null, MFADelete: null },
    'bucket.lifecycle': { Rules: [{ ID: 'x', Status: 'Enabled' }] },
    'bucket.encryption': { SSEAlgorithm: 'AES256' },
    'bucket.ownership': 'BucketOwnerEnforced',
    'bucket.acl': {
      OwnerId: 'id',
      Grants: [{ Grantee: { Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }],
    },
    'bucket.objectLock': { Mode: 'COMPLIANCE', Days: 365, Years: null },
    'bucket.notification': {},
    'bucket.replication': { Role: 'arn:aws:iam::111122223333:role/r', Rules: [] },
    'bucket.logging': { TargetBucket: 'other', TargetPrefix: '' },
    key: {
      Arn: 'arn:aws:kms:us-east-1:111122223333:key/1',
      KeyState: 'PendingDeletion',
      KeyManager: 'CUSTOMER',
      Origin: 'AWS_KMS',
      DeletionDate: '2026-12-01T00:00:00.000Z',
    },
    'key.policy': policy,
    'key.rotation': { KeyRotationEnabled: true, RotationPeriodInDays: 365 },
    'key.grants': [
      {
        GranteePrincipal: 'x',
        Operations: ['Decrypt'],
        Name: null,
        Constraints: null,
        RetiringPrincipal: null,
      },
    ],
    topic: { Policy: policy, KmsMasterKeyId: null },
    logGroup: { retentionInDays: null, kmsKeyId: null },
    'logGroup.metricFilters': [{ filterName: 'root', filterPattern: '{$.x = 1}' }],
    'logGroup.subscriptionFilters': [],
    'logGroup.transformer': { transformerConfig: [{ parseJSON: {} }] },
    'logGroup.alarms': [{ AlarmName: 'root', ActionsEnabled: true, Threshold: 1 }],
    role: {
      Arn: 'arn:aws:iam::111122223333:role/logs',
      AssumeRolePolicyDocument: policy,
      InlinePolicies: { write: policy },
      AttachedPolicies: { 'arn:aws:iam::111122223333:policy/p': { VersionId: 'v1', Document: policy } },
      PermissionsBoundary: null,
    },
  },
});

/** What is wrong with the baseline after one field of it was set otherwise. */
function mistakesWith(path: readonly string[], value: unknown): readonly string[] {
  const document = JSON.parse(JSON.stringify(WHOLE));
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce((object, name) => object[name], document);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  const reading = readBaseline(document);
  return 'mistakes' in reading ? reading.mistakes : [];
}

it('a baseline with all its parts is read as it is', () => {
  expect(readBaseline(JSON.parse(JSON.stringify(WHOLE)))).toEqual({
    baseline: JSON.parse(JSON.stringify(WHOLE)),
  });
});

it('a part that is not declared is no mistake; the trail’s own is', () => {
  expect(mistakesWith(['parts', 'bucket.policy'], undefined)).toEqual([]);
  expect(mistakesWith(['parts', 'trail'], undefined)).toEqual(['parts.trail: is missing']);
});

describe('each mistake says where it is and what is allowed', () => {
  it.each([
    [
      ['schema'],
      'trailkeeper.baseline/2',
      'schema: must be one of "trailkeeper.baseline/1"; it is "trailkeeper.baseline/2"',
    ],
    [['version'], 0, 'version: must be a whole number from 1 to 1000000000; it is 0'],
    [['version'], 1.5, 'version: must be a whole number'],
    [['state'], 'off', 'state: must be one of "guarded", "retired"; it is "off"'],
    [
      ['approval', 'at'],
      'yesterday',
      'approval.at: must be a time such as 2026-11-21T12:00:00Z; it is "yesterday"',
    ],
    [['approval', 'at'], '2026-13-45T12:00:00Z', 'approval.at: must be a time'],
    [
      ['trail', 'homeRegion'],
      'eu-west-1',
      'trail.arn: must be the ARN of the trail, account and home Region beside it',
    ],
    [['trail', 'name'], '../x', 'trail.name: must be a trail’s name'],
    [
      ['parts', 'bucket.versioning', 'Status'],
      'Off',
      'parts.bucket.versioning.Status: must be one of "Enabled", "Suspended", null; it is "Off"',
    ],
    [
      ['parts', 'trail', 'IsMultiRegionTrail'],
      'true',
      'parts.trail.IsMultiRegionTrail: must be true or false; it is "true"',
    ],
    [
      ['parts', 'trail', 'S3BucketNam'],
      'x',
      'parts.trail.S3BucketNam: is not known here; known are S3BucketName, ',
    ],
    [['parts', 'trail', 'KmsKeyId'], undefined, 'parts.trail.KmsKeyId: is missing'],
    [['parts', 'buckets'], {}, 'parts.buckets: is not known here; known are trail, eventSelectors'],
    [
      ['parts', 'bucket', 'Name'],
      'another',
      'parts.bucket.Name: must be the bucket that the trail delivers to',
    ],
    [['parts', 'bucket.policy'], 'text', 'parts.bucket.policy: must be an object; it is "text"'],
    [
      ['parts', 'bucket.policy', 'Statement'],
      {},
      'parts.bucket.policy.Statement: must be a list; it is an object',
    ],
    [
      ['parts', 'eventSelectors'],
      {},
      'parts.eventSelectors: must have either EventSelectors or AdvancedEventSelectors',
    ],
    [
      ['parts', 'eventSelectors', 'EventSelectors', '0', 'ReadWriteType'],
      'Some',
      'parts.eventSelectors.EventSelectors[0].ReadWriteType: must be one of "All"',
    ],
    [
      ['parts', 'logGroup.metricFilters', '0', 'filterName'],
      undefined,
      'parts.logGroup.metricFilters[0].filterName: is missing',
    ],
    [
      ['parts', 'logGroup.transformer', 'transformerConfig'],
      'parseJSON',
      'parts.logGroup.transformer.transformerConfig: must be a list',
    ],
    [
      ['parts', 'logGroup', 'dataProtectionPolicy'],
      { Statement: 7 },
      'parts.logGroup.dataProtectionPolicy.Statement: must be a list',
    ],
    [
      ['parts', 'logGroup.alarms', '0', 'ActionsEnabled'],
      undefined,
      'parts.logGroup.alarms[0].ActionsEnabled: is missing',
    ],
    [['parts', 'a\nb'], 1, 'parts."a\\nb": is not known here'],
  ])('%j = %j', (path, value, mistake) => {
    expect(mistakesWith(path, value).join('\n')).toContain(mistake);
  });

  it('all at once', () => {
    const reading = readBaseline({ ...WHOLE, version: 'x', mode: 'maybe', more: 1 });
    expect('mistakes' in reading && reading.mistakes.map((mistake) => mistake.split(':')[0])).toEqual([
      'version',
      'mode',
      'more',
    ]);
  });
});

describe('nothing hostile makes it throw or run on', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['prototype keys', JSON.parse('{"__proto__":{"parts":{}},"constructor":1,"toString":{}}')],
    ['deep nesting', { ...WHOLE, parts: { ...WHOLE.parts, eventConfiguration: nested(50_000) } }],
    ['a great many fields', Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`f${i}`, i]))],
    [
      'a great many values',
      { ...WHOLE, parts: { ...WHOLE.parts, insightSelectors: Array(100_000).fill({ InsightType: 'x' }) } },
    ],
    ['a very long text', { ...WHOLE, trail: { ...WHOLE.trail, name: 'x'.repeat(1_000_000) } }],
    ['one list many times over', { ...WHOLE, parts: { ...WHOLE.parts, eventConfiguration: doubled(40) } }],
  ])('%s', (_, value) => {
    const reading = readBaseline(value);
    expect('mistakes' in reading && reading.mistakes.length).toBeGreaterThan(0);
    expect('mistakes' in reading && reading.mistakes.length).toBeLessThanOrEqual(51);
    expect('mistakes' in reading && Math.max(...reading.mistakes.map(({ length }) => length))).toBeLessThan(
      2_000,
    );
  });

  it('anything at all', () => {
    fc.assert(fc.property(fc.anything(), (value) => 'mistakes' in readBaseline(value)));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(WHOLE.parts)), fc.anything(), (name, value) => {
        readBaseline({ ...WHOLE, parts: { ...WHOLE.parts, [name]: value } });
      }),
    );
  });
});

function nested(depth: number): object {
  let value: object = {};
  for (let i = 0; i < depth; i++) value = { a: value };
  return value;
}

function doubled(times: number): object {
  let value: object = { end: true };
  for (let i = 0; i < times; i++) value = { a: value, b: value };
  return value;
}
