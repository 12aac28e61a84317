import { constants, createHash, generateKeyPairSync, type KeyObject, privateDecrypt } from 'node:crypto';
import type { AlgorithmSpec, WrappingKeySpec } from '@aws-sdk/client-kms';
import { ServiceError } from '../../endpoint/service-error.ts';
import { unsupported } from '../../endpoint/unsupported.ts';

/** What key material must be encrypted with to be imported. */
export interface ImportParameters {
  readonly privateKey: KeyObject;
  readonly hash: string;
  /** Milliseconds since the epoch. */
  readonly validTo: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MATERIAL_BYTES = 32;

const hashes = new Map<string, string>([
  ['RSAES_OAEP_SHA_1', 'sha1'],
  ['RSAES_OAEP_SHA_256', 'sha256'],
]);
const moduli = new Map<string, number>([
  ['RSA_2048', 2048],
  ['RSA_3072', 3072],
  ['RSA_4096', 4096],
]);

interface Wanted {
  readonly algorithm: AlgorithmSpec | undefined;
  readonly spec: WrappingKeySpec | undefined;
  readonly at: number;
}

/** A fresh wrapping key, valid for a day. @throws ServiceError `NotImplemented` for a way of wrapping that is not served */
export function newImportParameters({ algorithm, spec, at }: Wanted) {
  const hash = hashes.get(algorithm ?? '');
  const modulusLength = moduli.get(spec ?? '');
  if (!hash) throw unsupported(`the wrapping algorithm ${algorithm}`);
  if (!modulusLength) throw unsupported(`the wrapping key spec ${spec}`);
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  const parameters: ImportParameters = { privateKey, hash, validTo: at + DAY_MS };
  return { parameters, publicKey: publicKey.export({ type: 'spki', format: 'der' }) };
}

/**
 * Takes the wrapping off and names the material. The material itself is kept nowhere.
 * @throws ServiceError `InvalidCiphertextException`, `IncorrectKeyMaterialException`
 */
export function idOfMaterial(
  { privateKey, hash }: ImportParameters,
  encrypted: Uint8Array,
  keyId: string,
): string {
  const material = unwrap(privateKey, hash, encrypted);
  if (material.byteLength !== MATERIAL_BYTES) {
    throw new ServiceError('IncorrectKeyMaterialException', 'The key material must be 256 bits long.');
  }
  return createHash('sha256').update(keyId).update(material).digest('hex');
}

function unwrap(key: KeyObject, oaepHash: string, encrypted: Uint8Array): Buffer {
  try {
    return privateDecrypt({ key, oaepHash, padding: constants.RSA_PKCS1_OAEP_PADDING }, encrypted);
  } catch {
    throw new ServiceError('InvalidCiphertextException', 'The encrypted key material cannot be decrypted.');
  }
}
