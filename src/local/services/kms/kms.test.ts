import { beforeEach, describe, expect, test } from 'vitest';
import { type mallory, testWorld } from '../../endpoint/test-world.ts';
import { kms } from './index.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
let aws: ReturnType<typeof testWorld>;
let KeyId: string;

const send = (operation: string, input: object, caller?: typeof mallory) =>
  aws.send('kms', operation, input, caller);

beforeEach(async () => {
  aws = testWorld(kms);
  const { KeyMetadata } = (await send('CreateKey', { Description: 'trail' })) as {
    KeyMetadata: { KeyId: string };
  };
  KeyId = KeyMetadata.KeyId;
});

const stateOf = async (key = KeyId) =>
  ((await send('DescribeKey', { KeyId: key })) as { KeyMetadata: { KeyState: string } }).KeyMetadata.KeyState;

describe('a key', () => {
  test('is found by id, ARN, alias and alias ARN', async () => {
    await send('CreateAlias', { AliasName: 'alias/trail', TargetKeyId: KeyId });
    const arn = `arn:aws:kms:us-east-1:111122223333:`;
    for (const reference of [KeyId, `${arn}key/${KeyId}`, 'alias/trail', `${arn}alias/trail`]) {
      expect(await send('DescribeKey', { KeyId: reference })).toMatchObject({ KeyMetadata: { KeyId } });
    }
    expect(await send('ListAliases', { KeyId })).toMatchObject({ Aliases: [{ AliasName: 'alias/trail' }] });
    await send('DeleteAlias', { AliasName: 'alias/trail' });
    await expect(send('DescribeKey', { KeyId: 'alias/trail' })).rejects.toMatchObject({
      code: 'NotFoundException',
    });
  });

  test.each([
    'CancelKeyDeletion',
    'DisableKey',
    'EnableKey',
    'EnableKeyRotation',
    'GetKeyPolicy',
    'GetKeyRotationStatus',
    'ListGrants',
    'ScheduleKeyDeletion',
  ])('is not found by its alias: %s', async (operation) => {
    await send('CreateAlias', { AliasName: 'alias/trail', TargetKeyId: KeyId });
    for (const reference of ['alias/trail', 'arn:aws:kms:us-east-1:111122223333:alias/trail']) {
      await expect(send(operation, { KeyId: reference })).rejects.toMatchObject({
        code: 'NotFoundException',
        message: `Invalid keyId ${reference}`,
      });
    }
    expect(await stateOf()).toBe('Enabled');
  });

  test('of an alias is another one once the alias was moved', async () => {
    const other = (await send('CreateKey', {})) as { KeyMetadata: { KeyId: string } };
    await send('CreateAlias', { AliasName: 'alias/trail', TargetKeyId: KeyId });
    await send('UpdateAlias', { AliasName: 'alias/trail', TargetKeyId: other.KeyMetadata.KeyId });
    expect(await send('DescribeKey', { KeyId: 'alias/trail' })).toMatchObject(other);
  });

  test('is disabled, enabled, and deleted after its window unless that is cancelled', async () => {
    await send('DisableKey', { KeyId });
    expect(await stateOf()).toBe('Disabled');
    await send('EnableKey', { KeyId });
    await send('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    await expect(send('EnableKey', { KeyId })).rejects.toMatchObject({ code: 'KMSInvalidStateException' });
    await send('CancelKeyDeletion', { KeyId });
    expect(await stateOf()).toBe('Disabled');
    await send('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    await aws.clock.advance(7 * DAY_MS - 1);
    expect(await stateOf()).toBe('PendingDeletion');
    await aws.clock.advance(1);
    await expect(stateOf()).rejects.toMatchObject({ code: 'NotFoundException' });
  });

  test('is not deleted once deletion was cancelled', async () => {
    await send('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    await send('CancelKeyDeletion', { KeyId });
    await aws.clock.advance(30 * DAY_MS);
    expect(await stateOf()).toBe('Disabled');
  });

  test('rotates when asked to', async () => {
    expect(await send('GetKeyRotationStatus', { KeyId })).toMatchObject({ KeyRotationEnabled: false });
    await send('EnableKeyRotation', { KeyId });
    expect(await send('GetKeyRotationStatus', { KeyId })).toMatchObject({ RotationPeriodInDays: 365 });
    await send('EnableKeyRotation', { KeyId, RotationPeriodInDays: 180 });
    expect(await send('GetKeyRotationStatus', { KeyId })).toMatchObject({
      RotationPeriodInDays: 180,
      NextRotationDate: new Date(aws.clock.now() + 180 * DAY_MS),
    });
    await send('DisableKeyRotation', { KeyId });
    expect(await send('GetKeyRotationStatus', { KeyId })).toMatchObject({ KeyRotationEnabled: false });
  });

  test('has a policy that cannot lock its own writer out', async () => {
    const policy = (Action: string) =>
      JSON.stringify({
        Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action, Resource: '*' }],
      });
    await send('PutKeyPolicy', { KeyId, PolicyName: 'default', Policy: policy('kms:*') });
    expect(await send('GetKeyPolicy', { KeyId })).toMatchObject({ Policy: policy('kms:*') });
    await expect(send('PutKeyPolicy', { KeyId, Policy: policy('kms:Decrypt') })).rejects.toMatchObject({
      code: 'MalformedPolicyDocumentException',
    });
    await send('PutKeyPolicy', {
      KeyId,
      Policy: policy('kms:Decrypt'),
      BypassPolicyLockoutSafetyCheck: true,
    });
    await expect(send('GetKeyPolicy', { KeyId })).rejects.toMatchObject({ code: 'AccessDeniedException' });
  });

  test.each([
    [{ KeySpec: 'RSA_2048' }],
    [{ MultiRegion: true }],
    [{ Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'x' }],
    [{ KeyUsage: 'SIGN_VERIFY' }],
  ])('of a kind that is not served is refused by name: %o', async (input) => {
    await expect(send('CreateKey', input)).rejects.toMatchObject({ code: 'NotImplemented' });
  });

  test.each([
    ['alias/aws/trail', 'NotAuthorizedException'],
    ['trail', 'InvalidAliasNameException'],
  ])('is never called %s', async (AliasName, code) => {
    await expect(send('CreateAlias', { AliasName, TargetKeyId: KeyId })).rejects.toMatchObject({ code });
  });
});
