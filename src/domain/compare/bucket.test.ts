import { describe, expect, test } from 'vitest';
import type { BucketAcl, PartValues, PublicAccessBlock } from '../parts.ts';
import { compareBucket } from './bucket.ts';
import { compareAcl } from './bucket-acl.ts';
import { compareEncryption } from './bucket-encryption.ts';
import { compareBucketLogging } from './bucket-logging.ts';
import { compareNotification } from './bucket-notification.ts';
import { compareObjectLock } from './bucket-object-lock.ts';
import { compareOwnership } from './bucket-ownership.ts';
import { comparePublicAccessBlock } from './bucket-public-access-block.ts';
import { compareReplication } from './bucket-replication.ts';
import { compareVersioning } from './bucket-versioning.ts';
import { ACCOUNT, classesOf, KEY_ARN, STRANGER, TRAIL } from './policy/test-kit.ts';

describe('the bucket', () => {
  const bucket = { Name: 'logs', Region: 'eu-central-1' };

  test('is there, gone, or another one of its name', () => {
    expect(compareBucket(bucket, bucket)).toEqual([]);
    expect(compareBucket(null, bucket)).toEqual([]);
    expect(compareBucket(bucket, null)).toMatchObject([{ path: 'bucket', actual: null, class: 'weaker' }]);
    expect(classesOf(compareBucket(bucket, { ...bucket, Region: 'us-east-1' }))).toEqual({
      'bucket.Region': 'weaker',
    });
  });
});

describe('its public access block', () => {
  const all = {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  };
  const told = (one: PublicAccessBlock | null, other: PublicAccessBlock | null) =>
    classesOf(comparePublicAccessBlock(one, other));

  test('is compared flag by flag', () => {
    expect(told(all, all)).toEqual({});
    expect(told(all, { ...all, BlockPublicPolicy: false })).toEqual({
      'bucket.publicAccessBlock.BlockPublicPolicy': 'weaker',
    });
    expect(told({ ...all, BlockPublicPolicy: false }, all)).toEqual({
      'bucket.publicAccessBlock.BlockPublicPolicy': 'stronger',
    });
  });

  test('that is removed is as if every flag were off', () => {
    expect(Object.keys(told({ ...all, BlockPublicAcls: false }, null))).toEqual([
      'bucket.publicAccessBlock.IgnorePublicAcls',
      'bucket.publicAccessBlock.BlockPublicPolicy',
      'bucket.publicAccessBlock.RestrictPublicBuckets',
    ]);
    const none = {
      BlockPublicAcls: false,
      IgnorePublicAcls: false,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: false,
    };
    expect(told(null, none)).toEqual({});
  });
});

test('versioning is on or not; MFA delete too', () => {
  const on = { Status: 'Enabled', MFADelete: 'Enabled' } as const;
  const off = { Status: 'Suspended', MFADelete: 'Disabled' } as const;
  const never = { Status: null, MFADelete: null };
  expect(classesOf(compareVersioning(on, off))).toEqual({
    'bucket.versioning.Status': 'weaker',
    'bucket.versioning.MFADelete': 'weaker',
  });
  expect(compareVersioning(never, off)).toEqual([]);
  expect(classesOf(compareVersioning(never, on))).toEqual({
    'bucket.versioning.Status': 'stronger',
    'bucket.versioning.MFADelete': 'stronger',
  });
});

describe('default encryption', () => {
  const FOREIGN_KEY = KEY_ARN.replace(ACCOUNT, STRANGER);
  const encryption = (SSEAlgorithm: string, KMSMasterKeyID?: string, more: object = {}) => ({
    Rules: [
      {
        ApplyServerSideEncryptionByDefault: { SSEAlgorithm, ...(KMSMasterKeyID && { KMSMasterKeyID }) },
        BucketKeyEnabled: false,
        ...more,
      },
    ],
  });
  const AES = encryption('AES256');
  const blocked = encryption('AES256', undefined, { BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] } });
  type Encryption = PartValues['bucket.encryption'];

  test.each<[string, Encryption, Encryption, string | undefined]>([
    ['the same', AES, AES, undefined],
    ['none is AES256', AES, null, undefined],
    [
      'a key by id or ARN',
      encryption('aws:kms', KEY_ARN),
      encryption('aws:kms', KEY_ARN.split('/')[1]),
      undefined,
    ],
    ['a weaker algorithm', encryption('aws:kms', KEY_ARN), AES, 'weaker'],
    ['another key', encryption('aws:kms', KEY_ARN), encryption('aws:kms', `${KEY_ARN}0`), 'weaker'],
    ['AWS’s key instead of an own', encryption('aws:kms', KEY_ARN), encryption('aws:kms'), 'weaker'],
    [
      'a stranger’s of the same name',
      encryption('aws:kms', KEY_ARN),
      encryption('aws:kms', FOREIGN_KEY),
      'weaker',
    ],
    ['a stranger’s key', AES, encryption('aws:kms', FOREIGN_KEY), 'weaker'],
    ['a first key of one’s own', AES, encryption('aws:kms', KEY_ARN), 'different'],
    ['an algorithm that is not known', AES, encryption('rot13'), 'weaker'],
    ['keys of the writer are let in', blocked, AES, 'weaker'],
    ['keys of the writer are shut out', AES, blocked, 'stronger'],
    ['a Bucket Key', AES, encryption('AES256', undefined, { BucketKeyEnabled: true }), 'different'],
  ])('%s', (_, expected, actual, told) => {
    expect(classesOf(compareEncryption(expected, actual, TRAIL))['bucket.encryption']).toBe(told);
  });
});

test('ownership is weaker the less the bucket’s owner owns', () => {
  expect(compareOwnership('ObjectWriter', null)).toEqual([]);
  expect(classesOf(compareOwnership('BucketOwnerEnforced', null))).toEqual({ 'bucket.ownership': 'weaker' });
  expect(classesOf(compareOwnership('BucketOwnerPreferred', 'BucketOwnerEnforced'))).toEqual({
    'bucket.ownership': 'stronger',
  });
});

describe('the access control list', () => {
  const OWNER = 'a'.repeat(64);
  const user = (ID: string, Permission: string) => ({ Grantee: { Type: 'CanonicalUser', ID }, Permission });
  const group = (name: string) => ({
    Grantee: { Type: 'Group', URI: `http://acs.amazonaws.com/groups/${name}` },
    Permission: 'READ',
  });
  const acl = (...Grants: BucketAcl['Grants']): BucketAcl => ({
    OwnerId: OWNER,
    Grants: [user(OWNER, 'FULL_CONTROL'), ...Grants],
  });
  const told = (expected: BucketAcl, actual: BucketAcl) =>
    classesOf(compareAcl(expected, actual))['bucket.acl'];

  test('lets in somebody new: everybody, everybody with an account, another account', () => {
    expect(told(acl(), acl(group('global/AllUsers')))).toBe('weaker');
    expect(told(acl(), acl(group('global/AuthenticatedUsers')))).toBe('weaker');
    expect(told(acl(), acl(user('b'.repeat(64), 'READ')))).toBe('weaker');
  });

  test('takes from the owner, the public, or the service for access logs', () => {
    expect(told(acl(), { OwnerId: OWNER, Grants: [] })).toBe('weaker');
    expect(told(acl(group('global/AllUsers')), acl())).toBe('stronger');
    expect(told(acl(group('s3/LogDelivery')), acl())).toBe('different');
  });

  test('is another’s', () => {
    expect(told(acl(), { ...acl(), OwnerId: 'c'.repeat(64) })).toBe('weaker');
  });

  test('is the same in any order, whatever names are shown', () => {
    const named = { Grantee: { ...user(OWNER, '').Grantee, DisplayName: 'me' }, Permission: 'FULL_CONTROL' };
    const reader = user('b'.repeat(64), 'READ');
    expect(told(acl(reader), { OwnerId: OWNER, Grants: [reader, named] })).toBeUndefined();
  });
});

describe('Object Lock', () => {
  const lock = (
    Mode: 'GOVERNANCE' | 'COMPLIANCE' | null,
    Days: number | null,
    Years: number | null = null,
  ) => ({ Mode, Days, Years });
  const told = (...[expected, actual]: Parameters<typeof compareObjectLock>) =>
    classesOf(compareObjectLock(expected, actual))['bucket.objectLock'];

  test('is weaker without its rule, for a shorter time, or where some may lift it', () => {
    expect(told(lock('COMPLIANCE', 90), null)).toBe('weaker');
    expect(told(lock('COMPLIANCE', 90), lock(null, null))).toBe('weaker');
    expect(told(lock('COMPLIANCE', 90), lock('COMPLIANCE', 89))).toBe('weaker');
    expect(told(lock('COMPLIANCE', 90), lock('GOVERNANCE', 900))).toBe('weaker');
    expect(told(lock('COMPLIANCE', null, 1), lock('COMPLIANCE', 364))).toBe('weaker');
  });

  test('is stronger the other way, and a year is 365 days', () => {
    expect(told(null, lock(null, null))).toBe('stronger');
    expect(told(lock('GOVERNANCE', 90), lock('COMPLIANCE', 90))).toBe('stronger');
    expect(told(lock('GOVERNANCE', 365), lock('GOVERNANCE', null, 1))).toBeUndefined();
  });
});

describe('notifications', () => {
  const queue = { QueueArn: 'arn:aws:sqs:eu-central-1:111122223333:siem', Events: ['s3:ObjectCreated:*'] };
  const told = (expected: object, actual: object) =>
    classesOf(compareNotification({ ...expected }, { ...actual }))['bucket.notification'];
  const QUEUE = { QueueConfigurations: [queue] };

  test('that are gone, go elsewhere, or tell less are a loss', () => {
    expect(told(QUEUE, {})).toBe('weaker');
    expect(
      told(QUEUE, { QueueConfigurations: [{ ...queue, QueueArn: queue.QueueArn.replace('siem', 'x') }] }),
    ).toBe('weaker');
    expect(told(QUEUE, { QueueConfigurations: [{ ...queue, Events: ['s3:ObjectCreated:Put'] }] })).toBe(
      'weaker',
    );
    expect(
      told(QUEUE, {
        QueueConfigurations: [
          { ...queue, Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'x' }] } } },
        ],
      }),
    ).toBe('weaker');
    expect(told({ EventBridgeConfiguration: {} }, {})).toBe('weaker');
  });

  test('that are new or tell more are told', () => {
    expect(told(QUEUE, { ...QUEUE, EventBridgeConfiguration: {} })).toBe('different');
    expect(
      told(QUEUE, {
        QueueConfigurations: [{ ...queue, Events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'] }],
      }),
    ).toBe('different');
  });

  test('that have another name are the same', () => {
    expect(told(QUEUE, { QueueConfigurations: [{ ...queue, Id: 'x' }] })).toBeUndefined();
  });
});

describe('replication', () => {
  const rule = {
    ID: 'a',
    Status: 'Enabled',
    Priority: 1,
    Filter: {},
    Destination: { Bucket: 'arn:aws:s3:::copies' },
  };
  const replication = (...Rules: object[]) => ({
    Role: 'arn:aws:iam::111122223333:role/copy',
    Rules: Rules.map((one) => ({ ...one })),
  });
  const told = (...[expected, actual]: Parameters<typeof compareReplication>) =>
    classesOf(compareReplication(expected, actual))['bucket.replication'];

  test('that is removed, off, or goes elsewhere is a loss', () => {
    expect(told(replication(rule), null)).toBe('weaker');
    expect(told(replication(rule), replication({ ...rule, Status: 'Disabled' }))).toBe('weaker');
    expect(told(replication(rule), replication({ ...rule, Destination: { Bucket: 'arn:aws:s3:::x' } }))).toBe(
      'weaker',
    );
    expect(told(replication(rule), { ...replication(rule), Role: 'arn:aws:iam::111122223333:role/x' })).toBe(
      'weaker',
    );
  });

  test('to a new place lets others read', () => {
    expect(told(null, replication(rule))).toBe('weaker');
    expect(
      told(replication(rule), replication(rule, { ...rule, Destination: { Bucket: 'arn:aws:s3:::x' } })),
    ).toBe('weaker');
  });

  test('by another name, or with a rule that is off, is the same', () => {
    expect(
      told(
        replication(rule),
        replication({ ...rule, ID: 'b', Priority: 7 }, { ...rule, Status: 'Disabled' }),
      ),
    ).toBeUndefined();
    expect(told(null, replication({ ...rule, Status: 'Disabled' }))).toBeUndefined();
  });
});

test('access logs that stop or go elsewhere are a loss, and new ones a gain', () => {
  const logging = { TargetBucket: 'access', TargetPrefix: 'logs/' };
  expect(classesOf(compareBucketLogging(logging, null))).toEqual({ 'bucket.logging': 'weaker' });
  expect(classesOf(compareBucketLogging(logging, { ...logging, TargetPrefix: '' }))).toEqual({
    'bucket.logging': 'weaker',
  });
  expect(classesOf(compareBucketLogging(null, logging))).toEqual({ 'bucket.logging': 'stronger' });
  expect(compareBucketLogging(logging, { ...logging })).toEqual([]);
});
