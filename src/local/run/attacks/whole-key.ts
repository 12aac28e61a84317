import { createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import { ACCOUNT_ID } from '../start.ts';
import type { Ask, Clients } from './connect.ts';
import { keyPolicy } from './policies.ts';
import { WHOLE } from './whole-names.ts';

/** Makes the key, with its rotation (imported material has none), alias and grant. @returns its ARN */
export async function makeKey({ kms }: Clients, region: string, isImported: boolean): Promise<string> {
  const origin = isImported ? { Origin: 'EXTERNAL' } : {};
  const { KeyMetadata } = await kms('CreateKey', { Policy: keyPolicy(region), ...origin });
  const { Arn: KeyId = '' } = KeyMetadata as { readonly Arn?: string };
  if (isImported) await importMaterial(kms, KeyId);
  else await kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 365 });
  await kms('CreateAlias', { AliasName: WHOLE.alias, TargetKeyId: KeyId });
  await grantReaders(kms, KeyId);
  return KeyId;
}

/** Those who read the log files may decrypt them. */
export const grantReaders = (kms: Ask, KeyId: string) =>
  kms('CreateGrant', {
    KeyId,
    GranteePrincipal: `arn:aws:iam::${ACCOUNT_ID}:user/operator`,
    Operations: ['Decrypt'],
    Name: 'readers',
  });

/** A key takes only the material that it had. */
const MATERIAL = randomBytes(32);

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-encrypt-key-material.html */
export async function importMaterial(kms: Ask, KeyId: string): Promise<void> {
  const { PublicKey, ImportToken } = await kms('GetParametersForImport', {
    KeyId,
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  });
  const key = createPublicKey({ key: Buffer.from(PublicKey as Uint8Array), format: 'der', type: 'spki' });
  const EncryptedKeyMaterial = publicEncrypt({ key, oaepHash: 'sha256' }, MATERIAL);
  await kms('ImportKeyMaterial', {
    KeyId,
    ImportToken,
    EncryptedKeyMaterial,
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  });
}
