import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyDocument } from '../parts.ts';
import { compareBucketPolicy } from './bucket-policy.ts';
import {
  ACCOUNT,
  classesOf,
  MAY_CHECK,
  MAY_READ,
  MAY_WRITE,
  NEVER_DELETE,
  ONLY_TLS,
  ORGANIZATION_TRAIL,
  policyOf,
  ROLE_OF,
  STRANGER,
  TRAIL,
} from './policy/test-kit.ts';

const STATEMENTS = [MAY_CHECK, MAY_WRITE, MAY_READ, NEVER_DELETE, ONLY_TLS];
const APPROVED = policyOf(...STATEMENTS);
const LOGS = 'arn:aws:s3:::logs';

const toldOf = (actual: PolicyDocument, expected = APPROVED) =>
  classesOf(compareBucketPolicy(expected, actual, TRAIL));
const withAlso = (...statements: readonly object[]) =>
  policyOf(...STATEMENTS, ...statements.map((one) => ({ ...one })));
const instead = (old: object, ...statements: readonly object[]) =>
  policyOf(...STATEMENTS.filter((one) => one !== old), ...statements.map((one) => ({ ...one })));

describe('the same policy in other words is no drift', () => {
  test.each<[string, PolicyDocument]>([
    ['as it is', APPROVED],
    [
      'statements in another order, with other Sids',
      policyOf(...STATEMENTS.toReversed().map((one, index) => ({ ...one, Sid: `S${index}` }))),
    ],
    [
      'a list of one for a value',
      instead(MAY_WRITE, { ...MAY_WRITE, Action: ['s3:PutObject'], Resource: [MAY_WRITE.Resource] }),
    ],
    ['actions in another case', instead(MAY_WRITE, { ...MAY_WRITE, Action: 'S3:putobject' })],
    [
      'one statement for two',
      instead(MAY_READ, { ...MAY_READ, Action: 's3:GetObject' }, { ...MAY_READ, Action: 's3:ListBucket' }),
    ],
    ['everybody as AWS’s everybody', instead(NEVER_DELETE, { ...NEVER_DELETE, Principal: { AWS: ['*'] } })],
    [
      'a condition key in another case',
      instead(ONLY_TLS, { ...ONLY_TLS, Condition: { Bool: { 'AWS:securetransport': false } } }),
    ],
    ['said twice', withAlso(MAY_READ, { ...MAY_READ, Action: 's3:GetObject' })],
  ])('%s', (_, actual) => {
    expect(toldOf(actual)).toEqual({});
  });

  test('an account by its id or its root user’s ARN', () => {
    const reader = (AWS: string) => policyOf({ ...MAY_READ, Principal: { AWS } });
    expect(toldOf(reader(STRANGER), reader(`arn:aws:iam::${STRANGER}:root`))).toEqual({});
  });

  test('whatever the order of statements and lists', () => {
    const shuffled = fc.shuffledSubarray(STATEMENTS, { minLength: STATEMENTS.length });
    const listed = fc.shuffledSubarray(MAY_READ.Action, { minLength: 2 });
    fc.assert(
      fc.property(shuffled, listed, (statements, Action) => {
        const actual = statements.map((one) => (one === MAY_READ ? { ...one, Action } : one));
        expect(toldOf(policyOf(...actual))).toEqual({});
      }),
    );
  });
});

describe('delivery', () => {
  test.each<[string, PolicyDocument]>([
    ['CloudTrail may not write', instead(MAY_WRITE)],
    ['CloudTrail may not look at the bucket', instead(MAY_CHECK)],
    [
      'CloudTrail may write elsewhere only',
      instead(MAY_WRITE, { ...MAY_WRITE, Resource: `${LOGS}/x/AWSLogs/${ACCOUNT}/*` }),
    ],
    [
      'for another account only',
      instead(MAY_WRITE, { ...MAY_WRITE, Resource: `${LOGS}/AWSLogs/${STRANGER}/*` }),
    ],
    [
      'for another trail only',
      instead(MAY_WRITE, { ...MAY_WRITE, Condition: { StringEquals: { 'aws:SourceArn': `${TRAIL.arn}2` } } }),
    ],
    [
      'for another account’s trails only',
      instead(MAY_WRITE, { ...MAY_WRITE, Condition: { StringEquals: { 'aws:SourceAccount': STRANGER } } }),
    ],
    [
      'only with an ACL that it does not send',
      instead(MAY_WRITE, { ...MAY_WRITE, Condition: { StringEquals: { 's3:x-amz-acl': 'private' } } }),
    ],
    [
      'another service only',
      instead(MAY_WRITE, { ...MAY_WRITE, Principal: { Service: 'config.amazonaws.com' } }),
    ],
    ['a Deny on the service', withAlso({ ...MAY_WRITE, Effect: 'Deny', Condition: {} })],
    [
      'a Deny on part of where it writes',
      withAlso({
        ...NEVER_DELETE,
        Action: 's3:PutObject',
        Resource: `${LOGS}/AWSLogs/${ACCOUNT}/CloudTrail/us-east-1/*`,
      }),
    ],
    [
      'a Deny on all but some',
      withAlso({
        Effect: 'Deny',
        NotPrincipal: ROLE_OF('admin'),
        Action: 's3:PutObject',
        Resource: `${LOGS}/*`,
      }),
    ],
    [
      'a Deny on all that is not of the organization',
      withAlso({ ...ONLY_TLS, Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } } }),
    ],
    [
      'a Deny on all that comes from elsewhere',
      withAlso({ ...ONLY_TLS, Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } }),
    ],
    [
      'a Deny by address, which cannot be told',
      withAlso({ ...ONLY_TLS, Condition: { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }),
    ],
    [
      'a Deny by an operator that nobody knows',
      withAlso({ ...ONLY_TLS, Condition: { StringResembles: { 'aws:SourceArn': 'x' } } }),
    ],
    [
      'a Deny by TLS that CloudTrail may not speak',
      withAlso({ ...ONLY_TLS, Condition: { NumericLessThan: { 's3:TlsVersion': 1.3 } } }),
    ],
    [
      'a statement that makes no sense',
      withAlso({ Effect: 'Forbid', Principal: '*', Action: '*', Resource: '*' }),
    ],
  ])('is weaker: %s', (_, actual) => {
    expect(toldOf(actual)).toMatchObject({ 'bucket.policy.delivery': 'weaker' });
  });

  test('a condition that this trail fits is no loss', () => {
    const without = {
      ...MAY_WRITE,
      Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    };
    const before = instead(MAY_WRITE, without);
    expect(toldOf(APPROVED, before)).toEqual({ 'bucket.policy.delivery': 'stronger' });
    expect(toldOf(before)).toEqual({ 'bucket.policy.access': 'weaker' });
  });

  test('a Deny that spares services, or is about old TLS, does not hit CloudTrail', () => {
    const perimeter = {
      ...ONLY_TLS,
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    };
    expect(toldOf(withAlso(perimeter))).toEqual({ 'bucket.policy.readers': 'weaker' });
    const oldTls = { ...ONLY_TLS, Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } };
    expect(toldOf(withAlso(oldTls))).toEqual({ 'bucket.policy.protection': 'stronger' });
  });

  test('an organization’s trail needs the organization’s folder, too', () => {
    const forMembers = { ...MAY_WRITE, Resource: `${LOGS}/AWSLogs/o-exampleorgid/*` };
    const [drift] = compareBucketPolicy(withAlso(forMembers), APPROVED, ORGANIZATION_TRAIL);
    expect(drift).toMatchObject({ path: 'bucket.policy.delivery', class: 'weaker' });
    expect(drift?.evidence).toContain('AWSLogs/o-exampleorgid/*');
  });

  test('what could not be told as approved stays untold, until it changes', () => {
    const byRegion = {
      ...MAY_WRITE,
      Resource: [`${LOGS}/AWSLogs/${ACCOUNT}/CloudTrail/*`, `${LOGS}/AWSLogs/${ACCOUNT}/CloudTrail-Digest/*`],
    };
    const before = instead(MAY_WRITE, byRegion);
    expect(toldOf(before, before)).toEqual({});
    const after = instead(MAY_WRITE, { ...byRegion, Resource: byRegion.Resource[0] });
    expect(toldOf(after, before)).toEqual({ 'bucket.policy.delivery': 'weaker' });
  });

  test('by accounts of CloudTrail, as policies of old let it, is somebody’s whom nobody may shut out', () => {
    const byAccount = (one: object) => ({ ...one, Principal: { AWS: '903692715234' }, Condition: {} });
    const before = policyOf(byAccount(MAY_CHECK), byAccount(MAY_WRITE));
    const denied = policyOf(...before.Statement, { ...byAccount(MAY_WRITE), Effect: 'Deny' });
    expect(toldOf(before, before)).toEqual({});
    expect(toldOf(denied, before)).toEqual({ 'bucket.policy.readers': 'weaker' });
    expect(toldOf(policyOf(byAccount(MAY_CHECK)), before)).toEqual({ 'bucket.policy.readers': 'weaker' });
  });

  test('another account whose trail may no longer deliver here is a loss', () => {
    const theirs = { ...MAY_WRITE, Resource: `${LOGS}/AWSLogs/${STRANGER}/*`, Condition: {} };
    expect(toldOf(APPROVED, withAlso(theirs))).toEqual({ 'bucket.policy.delivery': 'weaker' });
    expect(toldOf(withAlso(theirs))).toEqual({ 'bucket.policy.access': 'different' });
  });
});

describe('access', () => {
  test('of one more reader of the own account is told, and left', () => {
    const told = { 'bucket.policy.access': 'different' };
    expect(toldOf(withAlso({ ...MAY_READ, Principal: ROLE_OF('intern') }))).toEqual(told);
    const both = { AWS: [MAY_READ.Principal.AWS, ROLE_OF('x').AWS] };
    expect(toldOf(instead(MAY_READ, { ...MAY_READ, Principal: both }))).toEqual(told);
    for (const Principal of [{ AWS: ACCOUNT }, { AWS: `arn:aws:iam::${ACCOUNT}:user/operator` }])
      expect(toldOf(withAlso({ ...MAY_READ, Action: 's3:GetObject', Principal }))).toEqual(told);
  });

  test('of one more reader of the account that the bucket belongs to is told, and left', () => {
    const archive = { ...TRAIL, bucketOwner: '777788889999' };
    const reader = (AWS: string) => withAlso({ ...MAY_READ, Principal: { AWS } });
    const told = (AWS: string) => classesOf(compareBucketPolicy(APPROVED, reader(AWS), archive));
    expect(told('arn:aws:iam::777788889999:role/siem')).toEqual({ 'bucket.policy.access': 'different' });
    expect(told(`arn:aws:iam::${STRANGER}:role/siem`)).toEqual({ 'bucket.policy.access': 'weaker' });
  });

  test.each([
    's3:DeleteObject',
    's3:DeleteObjectVersion',
    's3:PutObject',
    's3:PutBucketPolicy',
    's3:DeleteBucketPolicy',
    's3:PutLifecycleConfiguration',
    's3:BypassGovernanceRetention',
    's3:*',
    '*',
  ])('of somebody of the own account who gets %s beside reading is weaker', (action) => {
    const tamperer = { ...MAY_READ, Action: ['s3:GetObject', action], Principal: ROLE_OF('intern') };
    expect(toldOf(withAlso(tamperer))).toEqual({ 'bucket.policy.access': 'weaker' });
  });

  test.each<[string, PolicyDocument]>([
    ['everybody', withAlso({ ...MAY_READ, Principal: '*' })],
    ['another account', withAlso({ ...MAY_READ, Principal: { AWS: STRANGER } })],
    [
      'somebody of the own account, and to write,',
      withAlso({ ...MAY_READ, Action: 's3:PutObject', Principal: ROLE_OF('intern') }),
    ],
    [
      'everybody but one',
      withAlso({
        Effect: 'Allow',
        NotPrincipal: ROLE_OF('x'),
        Action: 's3:GetObject',
        Resource: `${LOGS}/*`,
      }),
    ],
    ['more', instead(MAY_READ, { ...MAY_READ, Action: [...MAY_READ.Action, 's3:DeleteObject'] })],
    [
      'all but something',
      instead(MAY_READ, { ...MAY_READ, Action: undefined, NotAction: 's3:PutBucketPolicy' }, MAY_READ),
    ],
    ['more by a wildcard', instead(MAY_READ, { ...MAY_READ, Action: 's3:*' })],
    ['more places', instead(MAY_WRITE, { ...MAY_WRITE, Resource: `${LOGS}/*` })],
    ['CloudTrail for any trail', instead(MAY_WRITE, { ...MAY_WRITE, Condition: {} })],
    [
      'whoever signs in elsewhere',
      withAlso({ ...MAY_READ, Principal: { Federated: 'accounts.google.com' } }),
    ],
  ])('is weaker: %s may', (_, actual) => {
    expect(toldOf(actual)).toMatchObject({ 'bucket.policy.access': 'weaker' });
  });

  test('says who may what', () => {
    const [drift] = compareBucketPolicy(
      APPROVED,
      withAlso({ ...MAY_READ, Principal: { AWS: STRANGER }, Action: 's3:GetObject', Resource: `${LOGS}/*` }),
      TRAIL,
    );
    expect(drift?.evidence).toBe(`account ${STRANGER} may now s3:GetObject on ${LOGS}/*`);
  });

  test('that somebody may no longer delete is stronger', () => {
    const before = withAlso({ ...MAY_READ, Principal: ROLE_OF('admin'), Action: 's3:DeleteObject' });
    expect(toldOf(APPROVED, before)).toEqual({ 'bucket.policy.access': 'stronger' });
  });

  test('nobody is a principal that was deleted', () => {
    const { Principal: _, ...rest } = MAY_READ;
    expect(toldOf(withAlso({ ...rest, Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' } }))).toEqual({});
  });
});

describe('readers', () => {
  test.each<[string, PolicyDocument]>([
    ['their Allow is gone', instead(MAY_READ)],
    ['part of it is gone', instead(MAY_READ, { ...MAY_READ, Action: 's3:ListBucket' })],
    [
      'it has a condition now',
      instead(MAY_READ, { ...MAY_READ, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }),
    ],
    ['a Deny hits them', withAlso({ ...MAY_READ, Effect: 'Deny' })],
    ['a Deny hits everybody', withAlso({ ...MAY_READ, Effect: 'Deny', Principal: '*' })],
    [
      'a Deny keeps everybody from putting the policy back',
      withAlso({ ...ONLY_TLS, Action: 's3:PutBucketPolicy', Condition: undefined, Resource: LOGS }),
    ],
  ])('are fewer: %s', (_, actual) => {
    expect(toldOf(actual)).toMatchObject({ 'bucket.policy.readers': 'weaker' });
  });
});

describe('protection', () => {
  test.each<[string, PolicyDocument]>([
    ['a Deny is gone', instead(NEVER_DELETE)],
    ['for fewer actions', instead(NEVER_DELETE, { ...NEVER_DELETE, Action: 's3:DeleteObject' })],
    ['for fewer people', instead(NEVER_DELETE, { ...NEVER_DELETE, Principal: { AWS: STRANGER } })],
    [
      'for all but somebody',
      instead(NEVER_DELETE, { ...NEVER_DELETE, Principal: undefined, NotPrincipal: ROLE_OF('x') }),
    ],
    ['for fewer objects', instead(NEVER_DELETE, { ...NEVER_DELETE, Resource: `${LOGS}/other/*` })],
    [
      'under a condition',
      instead(NEVER_DELETE, { ...NEVER_DELETE, Condition: { StringEquals: { 'aws:PrincipalTag/x': 'y' } } }),
    ],
    [
      'in the older language, where a variable is text',
      { ...instead(ONLY_TLS, { ...ONLY_TLS, Resource: `${LOGS}/$\{aws:x}` }), Version: '2008-10-17' },
    ],
  ])('is weaker: %s', (_, actual) => {
    expect(toldOf(actual)).toMatchObject({ 'bucket.policy.protection': 'weaker' });
  });

  test('a Deny for an account covers its roles', () => {
    const denied = (Principal: object) =>
      withAlso({ ...NEVER_DELETE, Action: 's3:GetObjectTagging', Principal });
    expect(toldOf(denied({ AWS: ACCOUNT }), denied(ROLE_OF('x')))).toEqual({
      'bucket.policy.readers': 'weaker',
    });
  });

  test('a Deny of deleting, or of what comes without TLS, makes it stronger', () => {
    expect(toldOf(APPROVED, instead(NEVER_DELETE))).toEqual({ 'bucket.policy.protection': 'stronger' });
    expect(toldOf(APPROVED, instead(ONLY_TLS))).toEqual({ 'bucket.policy.protection': 'stronger' });
    const onlyCloudTrail = {
      ...NEVER_DELETE,
      Action: 's3:PutObject',
      Condition: { StringNotEquals: { 'aws:PrincipalServiceName': 'cloudtrail.amazonaws.com' } },
    };
    expect(toldOf(withAlso(onlyCloudTrail))).toEqual({ 'bucket.policy.protection': 'stronger' });
  });
});

describe('a policy as a whole', () => {
  test('that is removed is told as one thing', () => {
    expect(toldOf(APPROVED, APPROVED)).toEqual({});
    expect(classesOf(compareBucketPolicy(APPROVED, null, TRAIL))).toEqual({ 'bucket.policy': 'weaker' });
    expect(compareBucketPolicy(null, null, TRAIL)).toEqual([]);
  });

  test('that is new lets in whom it lets in', () => {
    const anybody = { ...MAY_READ, Principal: '*' };
    expect(classesOf(compareBucketPolicy(null, policyOf(anybody), TRAIL))).toEqual({
      'bucket.policy.access': 'weaker',
    });
  });

  test('names the statements that are not the same', () => {
    const [drift] = compareBucketPolicy(APPROVED, instead(NEVER_DELETE), TRAIL);
    expect(drift).toMatchObject({ expected: [NEVER_DELETE], actual: null });
  });

  test('of hostile size is the bad case', () => {
    const many = (name: string) => Array.from({ length: 60 }, (_, index) => `${name}${index}*?`);
    const huge = {
      Effect: 'Allow',
      Principal: { AWS: many('arn:aws:iam::1:role/') },
      Action: many('s3:a'),
      Resource: many('arn:aws:s3:::'),
    };
    expect(toldOf(withAlso(huge))).toEqual({ 'bucket.policy.access': 'weaker' });
  });

  test('of whatever JSON throws nothing, and is told unless it is the same', () => {
    const statement = fc.dictionary(
      fc.constantFrom(
        'Effect',
        'Principal',
        'NotPrincipal',
        'Action',
        'Resource',
        'Condition',
        'constructor',
      ),
      fc.oneof(fc.jsonValue(), fc.constantFrom('Allow', 'Deny', '*', { AWS: '*' }, { constructor: '*' })),
    );
    fc.assert(
      fc.property(fc.array(statement), fc.array(statement), (one, other) => {
        expect(toldOf({ Statement: one }, { Statement: one })).toEqual({});
        toldOf({ Statement: one }, { Statement: other });
      }),
    );
  });
});

test('the trail’s prefix is where it delivers', () => {
  const prefixed = { ...TRAIL, settings: { ...TRAIL.settings, S3KeyPrefix: 'central' } };
  const expected = policyOf(MAY_CHECK, { ...MAY_WRITE, Resource: `${LOGS}/central/AWSLogs/${ACCOUNT}/*` });
  expect(classesOf(compareBucketPolicy(expected, expected, prefixed))).toEqual({});
  expect(classesOf(compareBucketPolicy(expected, APPROVED, prefixed))).toMatchObject({
    'bucket.policy.delivery': 'weaker',
  });
});
