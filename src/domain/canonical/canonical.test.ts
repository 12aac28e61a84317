import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartName } from '../parts.ts';
import { canonicalPart, PART_NAMES } from './part.ts';

/** Objects that hold fields as AWS's answers do, with anything in them. */
const FIELDS = [
  ...['S3BucketName', 'S3KeyPrefix', 'SnsTopicARN', 'SnsTopicName', 'IsMultiRegionTrail', 'KmsKeyId'],
  ...['RecursiveLogging', 'EventSelectors', 'AdvancedEventSelectors', 'FieldSelectors', 'Field', 'Equals'],
  ...[
    'DataResources',
    'Type',
    'Values',
    'ReadWriteType',
    'InsightSelectors',
    'InsightType',
    'EventCategories',
  ],
  ...['AggregationConfigurations', 'Templates', 'MaxEventSize', 'Key', 'Value', 'Status', 'Rules', 'Filter'],
  ...['Owner', 'OwnerId', 'ID', 'Grants', 'Grantee', 'DisplayName', 'Permission', 'TopicConfigurations'],
  ...['EventBridgeConfiguration', 'Events', 'Mode', 'Days', 'BucketKeyEnabled', 'DeletionDate', 'KeyManager'],
  ...['Operations', 'Constraints', 'filterName', 'creationTime', 'retentionInDays', 'Policy', 'Statement'],
  ...['Principal', 'Action', 'Condition', 'InlinePolicies', 'AttachedPolicies', 'AssumeRolePolicyDocument'],
  '__proto__',
];

const scalar = fc.oneof(
  fc.constantFrom<unknown>('', 'a', 'b', 'arn:aws:sns:eu-central-1:111122223333:t', true, 'false', 7, null),
  fc.constantFrom<unknown>(undefined, 'AWS', '{"Statement":[{"Action":["b","a"]}]}'),
  fc.oneof(fc.string(), fc.double(), fc.date()),
);

const { answer: anything } = fc.letrec((tie) => ({
  answer: fc.oneof(
    { maxDepth: 6 },
    scalar,
    fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
    { arbitrary: fc.array(tie('fields'), { maxLength: 3 }), weight: 3 },
    { arbitrary: tie('fields'), weight: 3 },
  ),
  fields: fc.dictionary(fc.constantFrom(...FIELDS), tie('answer'), { maxKeys: 12 }),
}));

const NO_POLICY = 'no policy';

/** Only a text or an object that should be a policy and is none may make a part unreadable. */
function canonicalOrNone(name: PartName, value: unknown): unknown {
  try {
    return canonicalPart(name, value);
  } catch (error) {
    expect(String(error)).toMatch(/the policy (is no JSON document|has statements that are none)/);
    return NO_POLICY;
  }
}

describe.each(PART_NAMES)('the canonical form of %s', (name) => {
  it('is its own canonical form, whatever it is made from', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const once = canonicalOrNone(name, value);
        if (once !== NO_POLICY) expect(canonicalPart(name, once)).toEqual(once);
      }),
    );
  });

  it('is JSON, and the same after it was stored', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const once = canonicalOrNone(name, value);
        if (once === NO_POLICY) return;
        const stored: unknown = JSON.parse(JSON.stringify(once));
        expect(JSON.stringify(canonicalPart(name, stored))).toBe(JSON.stringify(once));
      }),
    );
  });
});

describe('what means the same is the same', () => {
  const same = (name: PartName, one: unknown, other: unknown) =>
    expect(canonicalPart(name, one)).toEqual(canonicalPart(name, other));

  it('in a trail: an empty field, and one that AWS leaves out', () =>
    same('trail', { S3BucketName: 'logs', KmsKeyId: '' }, { S3BucketName: 'logs' }));

  it('in selectors: their order, that of their values, and a default that is given', () =>
    same(
      'eventSelectors',
      {
        EventSelectors: [
          { IncludeManagementEvents: false },
          { DataResources: [{ Type: 'T', Values: ['b', 'a'] }] },
        ],
      },
      {
        EventSelectors: [
          { ReadWriteType: 'All', DataResources: [{ Type: 'T', Values: ['a', 'b', 'a'] }] },
          { IncludeManagementEvents: false, DataResources: [] },
        ],
        AdvancedEventSelectors: [],
      },
    ));

  it('in advanced selectors: the order of fields', () =>
    same(
      'eventSelectors',
      { AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'b' }, { Field: 'a', Equals: [] }] }] },
      { AdvancedEventSelectors: [{ Name: '', FieldSelectors: [{ Field: 'a' }, { Field: 'b' }] }] },
    ));

  it('in a policy: a list of one, and the order of actions and principals', () =>
    same(
      'bucket.policy',
      '{"Statement":{"Effect":"Allow","Principal":{"AWS":["b","a"]},"Action":["s3:Put*","s3:Get*"],"Resource":["r"]}}',
      {
        Statement: [
          { Resource: 'r', Effect: 'Allow', Action: ['s3:Get*', 's3:Put*'], Principal: { AWS: ['a', 'b'] } },
        ],
      },
    ));

  it('in a policy: a condition as a flag and as its text', () =>
    same(
      'key.policy',
      { Statement: [{ Condition: { Bool: { 'aws:SecureTransport': [false] } } }] },
      { Statement: [{ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }] },
    ));

  it('in a policy of IAM: URL-encoded, and as it is', () => {
    const trust = '{"Statement":[{"Sid":"100% ä","Action":"sts:AssumeRole"}]}';
    same(
      'role',
      { AssumeRolePolicyDocument: encodeURIComponent(trust) },
      { AssumeRolePolicyDocument: trust },
    );
  });

  it('in tags: those that AWS put', () =>
    same(
      'tags',
      [
        { Key: 'team', Value: '' },
        { Key: 'aws:cloudformation:stack-name', Value: 's' },
      ],
      { team: '' },
    ));

  it('in an ACL: what S3 shows people by', () =>
    same(
      'bucket.acl',
      { Owner: { ID: 'o' }, Grants: [{ Grantee: { ID: 'o', DisplayName: 'me' }, Permission: 'READ' }] },
      { OwnerId: 'o', Grants: [{ Grantee: { ID: 'o' }, Permission: 'READ' }] },
    ));

  it('in filters: when they were made', () =>
    same(
      'logGroup.metricFilters',
      [{ filterName: 'f', creationTime: 7, logGroupName: 'g', filterPattern: '' }],
      [{ filterPattern: '', filterName: 'f' }],
    ));

  it('in lifecycle rules: their order, and a date as such and as text', () =>
    same(
      'bucket.lifecycle',
      { Rules: [{ ID: 'b' }, { ID: 'a', Expiration: { Date: new Date(0) } }] },
      { Rules: [{ Expiration: { Date: '1970-01-01T00:00:00.000Z' }, ID: 'a' }, { ID: 'b' }] },
    ));
});

describe('what does not mean the same stays different', () => {
  const different = (name: PartName, one: unknown, other: unknown) =>
    expect(canonicalPart(name, one)).not.toEqual(canonicalPart(name, other));

  it('in selectors: a kind of events that is not known yet, and all of them', () =>
    different('eventSelectors', { EventSelectors: [{ ReadWriteType: 'New' }] }, { EventSelectors: [{}] }));

  it('in advanced selectors: an operator that is not known yet, and none', () =>
    different(
      'eventSelectors',
      { AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'a', Matches: ['x'] }] }] },
      { AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'a' }] }] },
    ));

  it('in a policy: the order of statements, and of a denial without a list', () =>
    different(
      'bucket.policy',
      { Statement: [{ Effect: 'Allow' }, { Effect: 'Deny' }] },
      { Statement: [{ Effect: 'Deny' }, { Effect: 'Allow' }] },
    ));

  it('in a lifecycle rule: the empty prefix, which means all objects, stays as it is', () =>
    expect(canonicalPart('bucket.lifecycle', { Rules: [{ Filter: { Prefix: '' } }] })).toEqual({
      Rules: [{ Filter: { Prefix: '' } }],
    }));
});

describe('a policy that is none', () => {
  it.each(['', 'all good', '7', '{"Statement":["Allow"]}', '%7B', '%E0%A4%A'])('is not read: %s', (text) =>
    expect(() => canonicalPart('bucket.policy', text)).toThrow(/the policy/),
  );
});
