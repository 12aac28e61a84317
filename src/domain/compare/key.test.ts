import { describe, expect, test } from 'vitest';
import type { KeyGrant, PolicyDocument } from '../parts.ts';
import { compareKey } from './key.ts';
import { compareKeyAliases } from './key-aliases.ts';
import { compareKeyGrants } from './key-grants.ts';
import { compareKeyPolicy } from './key-policy.ts';
import { compareKeyRotation } from './key-rotation.ts';
import {
  ACCOUNT,
  CLOUDTRAIL_SERVICE,
  classesOf,
  KEY_ARN,
  policyOf,
  ROLE_OF,
  STRANGER,
  TRAIL,
} from './policy/test-kit.ts';

describe('the key', () => {
  const key = {
    Arn: KEY_ARN,
    KeyState: 'Enabled',
    KeyManager: 'CUSTOMER',
    Origin: 'AWS_KMS',
    DeletionDate: null,
  } as const;
  const toldOf = (from: string, to: string) =>
    classesOf(compareKey({ ...key, KeyState: from }, { ...key, KeyState: to }))['key.KeyState'];

  test('works only while it is enabled', () => {
    expect(toldOf('Enabled', 'Enabled')).toBeUndefined();
    for (const state of ['Disabled', 'PendingDeletion', 'PendingImport', 'Unavailable'])
      expect(toldOf('Enabled', state)).toBe('weaker');
    expect(toldOf('Disabled', 'Enabled')).toBe('stronger');
    expect(toldOf('Disabled', 'PendingDeletion')).toBe('weaker');
  });

  test('that is to be deleted says when', () => {
    const deleting = { ...key, KeyState: 'PendingDeletion', DeletionDate: '2026-11-28T09:00:00.000Z' };
    expect(compareKey(key, deleting)[0]?.evidence).toContain('2026-11-28T09:00:00.000Z');
  });

  test('that is gone is a loss', () => {
    expect(classesOf(compareKey(key, null))).toEqual({ key: 'weaker' });
    expect(compareKey(null, key)).toEqual([]);
  });
});

describe('its policy', () => {
  const ADMINISTERS = { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'kms:*', Resource: '*' };
  const ENCRYPTS = {
    Effect: 'Allow',
    Principal: CLOUDTRAIL_SERVICE,
    Action: 'kms:GenerateDataKey*',
    Resource: '*',
    Condition: {
      StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': `arn:aws:cloudtrail:*:${ACCOUNT}:trail/*` },
      StringEquals: { 'aws:SourceArn': TRAIL.arn },
    },
  };
  const DESCRIBES = {
    Effect: 'Allow',
    Principal: CLOUDTRAIL_SERVICE,
    Action: 'kms:DescribeKey',
    Resource: '*',
  };
  const DECRYPTS = {
    Effect: 'Allow',
    Principal: ROLE_OF('siem'),
    Action: 'kms:Decrypt',
    Resource: '*',
    Condition: { Null: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'false' } },
  };
  const STATEMENTS = [ADMINISTERS, ENCRYPTS, DESCRIBES, DECRYPTS];
  const APPROVED = policyOf(...STATEMENTS);
  const instead = (old: object, ...statements: object[]) =>
    policyOf(...STATEMENTS.filter((one) => one !== old), ...statements.map((one) => ({ ...one })));
  const toldOf = (actual: PolicyDocument) => classesOf(compareKeyPolicy(APPROVED, actual, TRAIL));

  test.each<[string, PolicyDocument]>([
    ['no longer', instead(ENCRYPTS)],
    [
      'for another account’s trails',
      instead(ENCRYPTS, {
        ...ENCRYPTS,
        Condition: {
          StringLike: {
            'kms:EncryptionContext:aws:cloudtrail:arn': `arn:aws:cloudtrail:*:${STRANGER}:trail/*`,
          },
        },
      }),
    ],
    [
      'for another trail',
      instead(ENCRYPTS, { ...ENCRYPTS, Condition: { StringEquals: { 'aws:SourceArn': `${TRAIL.arn}2` } } }),
    ],
    ['without seeing the key', instead(DESCRIBES)],
    ['against a Deny', instead(ENCRYPTS, ENCRYPTS, { ...ENCRYPTS, Effect: 'Deny', Condition: {} })],
  ])('lets CloudTrail encrypt %s', (_, actual) => {
    expect(toldOf(actual)).toMatchObject({ 'key.policy.encryption': 'weaker' });
  });

  test('names the key by its ARN or a star', () => {
    expect(toldOf(instead(ENCRYPTS, { ...ENCRYPTS, Resource: KEY_ARN }))).toEqual({});
  });

  test('lets a stranger decrypt, keeps a reader out, or locks out its own account', () => {
    for (const AWS of [STRANGER, `arn:aws:iam::${STRANGER}:role/x`, '*'])
      expect(toldOf(instead(DECRYPTS, DECRYPTS, { ...DECRYPTS, Principal: { AWS } }))).toEqual({
        'key.policy.access': 'weaker',
      });
    expect(toldOf(instead(DECRYPTS))).toEqual({ 'key.policy.readers': 'weaker' });
    expect(toldOf(instead(ADMINISTERS))).toEqual({ 'key.policy.readers': 'weaker' });
  });

  test('lets one more of its own account decrypt: told, and left', () => {
    const told = { 'key.policy.access': 'different' };
    expect(toldOf(instead(DECRYPTS, { ...DECRYPTS, Condition: {} }))).toEqual(told);
    expect(toldOf(instead(DECRYPTS, DECRYPTS, { ...DECRYPTS, Principal: ROLE_OF('intern') }))).toEqual(told);
    const ofArchive = KEY_ARN.replace(ACCOUNT, '777788889999');
    const archive = { ...TRAIL, settings: { ...TRAIL.settings, KmsKeyId: ofArchive } };
    const reader = { ...DECRYPTS, Principal: { AWS: 'arn:aws:iam::777788889999:role/siem' } };
    expect(classesOf(compareKeyPolicy(APPROVED, instead(DECRYPTS, DECRYPTS, reader), archive))).toEqual(told);
  });

  test.each([
    'kms:PutKeyPolicy',
    'kms:ScheduleKeyDeletion',
    'kms:DisableKey',
    'kms:CreateGrant',
    'kms:ReEncrypt*',
    'kms:*',
  ])('lets one of its own account %s beside decrypting: weaker', (action) => {
    const tamperer = { ...DECRYPTS, Action: ['kms:Decrypt', action], Principal: ROLE_OF('intern') };
    expect(toldOf(instead(DECRYPTS, DECRYPTS, tamperer))).toEqual({ 'key.policy.access': 'weaker' });
  });

  test('forbids to disable or delete it', () => {
    const never = {
      Effect: 'Deny',
      Principal: '*',
      Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
      Resource: '*',
    };
    expect(toldOf(policyOf(...STATEMENTS, never))).toEqual({ 'key.policy.protection': 'stronger' });
    expect(classesOf(compareKeyPolicy(policyOf(...STATEMENTS, never), APPROVED, TRAIL))).toEqual({
      'key.policy.protection': 'weaker',
    });
  });

  test('may let CloudTrail encrypt for another account, too', () => {
    const theirs = {
      ...ENCRYPTS,
      Action: 'kms:GenerateDataKey',
      Condition: { StringEquals: { 'aws:SourceArn': TRAIL.arn.replace(ACCOUNT, STRANGER) } },
    };
    expect(toldOf(policyOf(...STATEMENTS, theirs))).toEqual({ 'key.policy.access': 'different' });
  });
});

test('rotation that is off or rarer is weaker', () => {
  const every = (RotationPeriodInDays: number | null) => ({ KeyRotationEnabled: true, RotationPeriodInDays });
  const off = { KeyRotationEnabled: false, RotationPeriodInDays: null };
  const told = (...[expected, actual]: Parameters<typeof compareKeyRotation>) =>
    classesOf(compareKeyRotation(expected, actual))['key.rotation'];
  expect(told(every(365), off)).toBe('weaker');
  expect(told(every(365), every(2560))).toBe('weaker');
  expect(told(every(365), every(90))).toBe('stronger');
  expect(told(off, every(365))).toBe('stronger');
  expect(told(every(null), every(365))).toBeUndefined();
  expect(told(null, off)).toBeUndefined();
});

describe('grants', () => {
  const grant = (GranteePrincipal: string, fields: Partial<KeyGrant> = {}): KeyGrant => ({
    GranteePrincipal,
    Operations: ['Decrypt'],
    Name: null,
    Constraints: null,
    RetiringPrincipal: null,
    ...fields,
  });
  const siem = grant(`arn:aws:iam::${ACCOUNT}:role/siem`);
  const told = (expected: KeyGrant[], actual: KeyGrant[]) =>
    classesOf(compareKeyGrants(expected, actual, TRAIL))['key.grants'];

  test('that are missing are somebody’s loss, unless a service made them for a while', () => {
    expect(told([siem], [])).toBe('weaker');
    expect(
      told([siem], [grant(siem.GranteePrincipal, { Constraints: { EncryptionContextSubset: { a: 'b' } } })]),
    ).toBe('weaker');
    expect(told([grant('dynamodb.eu-central-1.amazonaws.com')], [])).toBe('different');
    expect(told([siem], [{ ...siem, Name: 'again' }])).toBeUndefined();
  });

  test('that are new let another account decrypt, or are told', () => {
    const theirs = `arn:aws:iam::${STRANGER}:role/x`;
    expect(told([], [grant(theirs)])).toBe('weaker');
    expect(told([], [grant(theirs, { Operations: ['CreateGrant'] })])).toBe('weaker');
    expect(told([], [grant(theirs, { Operations: ['Encrypt'] })])).toBe('different');
    expect(told([], [siem])).toBe('different');
  });
});

test('aliases that no longer mean the key are told by name, new ones not at all', () => {
  expect(compareKeyAliases(['alias/a', 'alias/b'], ['alias/b', 'alias/new'])).toEqual([
    {
      path: 'key.aliases',
      expected: ['alias/a'],
      actual: null,
      class: 'weaker',
      evidence: 'alias/a no longer means this key',
    },
  ]);
  expect(compareKeyAliases(['alias/a'], ['alias/a', 'alias/new'])).toEqual([]);
});
