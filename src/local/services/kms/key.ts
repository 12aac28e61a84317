import type { KeyMetadata } from '@aws-sdk/client-kms';
import type { Call } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';

/** A symmetric customer managed key. It has no key material: nothing is ever encrypted here. */
export interface Key {
  readonly id: string;
  readonly arn: string;
  readonly accountId: string;
  readonly createdAt: number;
  readonly description: string;
  readonly tags: ReadonlyMap<string, string>;
  policy: string;
  state: 'Enabled' | 'Disabled' | 'PendingDeletion';
  rotationPeriodInDays?: number | undefined;
  /** While deletion is pending. */
  deletion?: { readonly at: number; readonly cancel: () => void } | undefined;
}

interface Alias {
  readonly name: string;
  readonly arn: string;
  readonly keyId: string;
  readonly createdAt: number;
}

interface KeyStore {
  readonly keys: Map<string, Key>;
  readonly aliases: Map<string, Alias>;
}

const store = {
  name: 'kms.keys',
  create: (): KeyStore => ({ keys: new Map(), aliases: new Map() }),
};

export const keyStoreOf = ({ world, accountId, region }: Call): KeyStore =>
  world.store(store, accountId, region);

/** The keys of any account and Region, for services that are given a key's ARN. */
export const keyStoreIn = (world: World, accountId: string, region: string): KeyStore =>
  world.store(store, accountId, region);

export const metadataOf = (key: Key): KeyMetadata => ({
  AWSAccountId: key.accountId,
  KeyId: key.id,
  Arn: key.arn,
  CreationDate: new Date(key.createdAt),
  Enabled: key.state === 'Enabled',
  Description: key.description,
  KeyUsage: 'ENCRYPT_DECRYPT',
  KeyState: key.state,
  ...(key.deletion && { DeletionDate: new Date(key.deletion.at) }),
  Origin: 'AWS_KMS',
  KeyManager: 'CUSTOMER',
  CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
  KeySpec: 'SYMMETRIC_DEFAULT',
  EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
  MultiRegion: false,
});
