import { createPublicKey, publicEncrypt } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../../endpoint/test-world.ts';
import { events } from '../events/index.ts';
import { kms } from './index.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MATERIAL = Buffer.alloc(32, 1);
let aws: ReturnType<typeof testWorld>;
beforeEach(() => {
  aws = testWorld(kms, events);
});

const send = <Output = Readonly<Record<string, unknown>>>(operation: string, input: object = {}) =>
  aws.send('kms', operation, input) as Promise<Output>;
const createKey = async (input: object = {}) =>
  (await send<{ KeyMetadata: { KeyId: string } }>('CreateKey', input)).KeyMetadata.KeyId;
const metadataOf = async (KeyId: string) =>
  (await send<{ KeyMetadata: { KeyState: string } }>('DescribeKey', { KeyId })).KeyMetadata;
const stateOf = async (KeyId: string) => (await metadataOf(KeyId)).KeyState;

/** What EventBridge gets while something happens. */
async function eventsOf(run: () => Promise<unknown>): Promise<Readonly<Record<string, unknown>>[]> {
  const matched: Readonly<Record<string, unknown>>[] = [];
  aws.world.on('matched', ({ event }) => matched.push(event));
  await aws.send('events', 'PutRule', { Name: 'all', EventPattern: '{"source":["aws.kms"]}' });
  await run();
  await aws.clock.advance(0);
  return matched;
}

async function importMaterial(KeyId: string, more: object, material = MATERIAL) {
  const { PublicKey, ImportToken } = await send<{ PublicKey: Buffer; ImportToken: Buffer }>(
    'GetParametersForImport',
    { KeyId, WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
  );
  const key = createPublicKey({ key: PublicKey, format: 'der', type: 'spki' });
  const EncryptedKeyMaterial = publicEncrypt({ key, oaepHash: 'sha256' }, material);
  return send('ImportKeyMaterial', { KeyId, ImportToken, EncryptedKeyMaterial, ...more });
}
const forever = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' };

describe('a deleted key', () => {
  test('is told to EventBridge in its account and Region although no trail logs', async () => {
    const KeyId = await createKey();
    const [event, ...more] = await eventsOf(async () => {
      await send('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
      await aws.clock.advance(7 * DAY_MS);
    });
    expect(more).toEqual([]);
    expect(event).toEqual({
      version: '0',
      id: expect.any(String),
      'detail-type': 'KMS CMK Deletion',
      source: 'aws.kms',
      account: '111122223333',
      time: '2026-01-08T00:00:00Z',
      region: 'us-east-1',
      resources: [`arn:aws:kms:us-east-1:111122223333:key/${KeyId}`],
      detail: { 'key-id': KeyId },
    });
  });

  test('takes its aliases with it', async () => {
    const KeyId = await createKey();
    await send('CreateAlias', { AliasName: 'alias/trail', TargetKeyId: KeyId });
    await send('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    await aws.clock.advance(7 * DAY_MS);
    expect(await send('ListAliases')).toMatchObject({ Aliases: [] });
  });
});

describe('a key pending deletion', () => {
  test.each(['EnableKey', 'DisableKey', 'EnableKeyRotation', 'ScheduleKeyDeletion', 'TagResource'])(
    'cannot be changed by %s',
    async (operation) => {
      const KeyId = await createKey();
      await send('ScheduleKeyDeletion', { KeyId });
      await expect(send(operation, { KeyId })).rejects.toMatchObject({ code: 'KMSInvalidStateException' });
    },
  );

  test('still takes a policy and tells of itself', async () => {
    const KeyId = await createKey();
    await send('ScheduleKeyDeletion', { KeyId });
    const { Policy } = await send('GetKeyPolicy', { KeyId });
    await send('PutKeyPolicy', { KeyId, Policy });
  });

  test('does not rotate, and rotates again once deletion is cancelled', async () => {
    const KeyId = await createKey();
    await send('EnableKeyRotation', { KeyId });
    await send('ScheduleKeyDeletion', { KeyId });
    expect(await send('GetKeyRotationStatus', { KeyId })).toMatchObject({ KeyRotationEnabled: false });
    await send('CancelKeyDeletion', { KeyId });
    expect(await send('GetKeyRotationStatus', { KeyId })).toMatchObject({ KeyRotationEnabled: true });
  });
});

describe('a key of imported material', () => {
  test('waits for it, and again when it is deleted', async () => {
    const KeyId = await createKey({ Origin: 'EXTERNAL' });
    expect(await stateOf(KeyId)).toBe('PendingImport');
    await expect(send('DisableKey', { KeyId })).rejects.toMatchObject({ code: 'KMSInvalidStateException' });
    await importMaterial(KeyId, forever);
    expect(await stateOf(KeyId)).toBe('Enabled');
    await send('DeleteImportedKeyMaterial', { KeyId });
    expect(await stateOf(KeyId)).toBe('PendingImport');
  });

  test('takes no other material than it had', async () => {
    const KeyId = await createKey({ Origin: 'EXTERNAL' });
    await importMaterial(KeyId, forever);
    await send('DeleteImportedKeyMaterial', { KeyId });
    await expect(importMaterial(KeyId, forever, Buffer.alloc(32, 2))).rejects.toMatchObject({
      code: 'IncorrectKeyMaterialException',
    });
    await importMaterial(KeyId, forever);
    expect(await stateOf(KeyId)).toBe('Enabled');
  });

  test('loses it when it expires, and EventBridge is told', async () => {
    const KeyId = await createKey({ Origin: 'EXTERNAL' });
    const ValidTo = new Date(aws.clock.now() + DAY_MS);
    await importMaterial(KeyId, { ValidTo });
    expect(await metadataOf(KeyId)).toMatchObject({ ValidTo, ExpirationModel: 'KEY_MATERIAL_EXPIRES' });
    const [event] = await eventsOf(() => aws.clock.advance(DAY_MS));
    expect(event).toMatchObject({
      'detail-type': 'KMS Imported Key Material Expiration',
      detail: { 'key-id': KeyId },
    });
    expect(await stateOf(KeyId)).toBe('PendingImport');
  });

  test('is still waiting when its deletion is cancelled', async () => {
    const KeyId = await createKey({ Origin: 'EXTERNAL' });
    await send('ScheduleKeyDeletion', { KeyId });
    await send('CancelKeyDeletion', { KeyId });
    expect(await stateOf(KeyId)).toBe('PendingImport');
  });

  test('is imported with a token of the last day only', async () => {
    const KeyId = await createKey({ Origin: 'EXTERNAL' });
    const { ImportToken } = await send('GetParametersForImport', {
      KeyId,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    });
    await aws.clock.advance(DAY_MS);
    const late = { KeyId, ImportToken, EncryptedKeyMaterial: MATERIAL, ...forever };
    await expect(send('ImportKeyMaterial', late)).rejects.toMatchObject({
      code: 'ExpiredImportTokenException',
    });
  });

  test.each(['GetParametersForImport', 'DeleteImportedKeyMaterial'])(
    'is the only one for %s',
    async (operation) => {
      const KeyId = await createKey();
      await expect(send(operation, { KeyId })).rejects.toMatchObject({
        code: 'UnsupportedOperationException',
      });
    },
  );
});

describe('a key of a custom key store', () => {
  const createStore = async () => {
    const { CustomKeyStoreId } = await send('CreateCustomKeyStore', {
      CustomKeyStoreName: 'hsm',
      CloudHsmClusterId: 'cluster-1a23b4cdefg',
      TrustAnchorCertificate: 'certificate',
      KeyStorePassword: 'kmsPswd',
    });
    return { CustomKeyStoreId };
  };

  test('is unavailable while the store is disconnected', async () => {
    const store = await createStore();
    await expect(createKey({ Origin: 'AWS_CLOUDHSM', ...store })).rejects.toMatchObject({
      code: 'CustomKeyStoreInvalidStateException',
    });
    await send('ConnectCustomKeyStore', store);
    const KeyId = await createKey({ Origin: 'AWS_CLOUDHSM', ...store });
    await send('DisconnectCustomKeyStore', store);
    expect(await metadataOf(KeyId)).toMatchObject({ KeyState: 'Unavailable', Enabled: false });
    await send('DisableKey', { KeyId });
    await send('ConnectCustomKeyStore', store);
    expect(await stateOf(KeyId)).toBe('Disabled');
  });

  test('keeps the store from being deleted', async () => {
    const store = await createStore();
    await send('ConnectCustomKeyStore', store);
    await createKey({ Origin: 'AWS_CLOUDHSM', ...store });
    await send('DisconnectCustomKeyStore', store);
    await expect(send('DeleteCustomKeyStore', store)).rejects.toMatchObject({
      code: 'CustomKeyStoreHasCMKsException',
    });
  });
});
