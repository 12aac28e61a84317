import type { ExpirationModelType, KeyMetadata, OriginType } from '@aws-sdk/client-kms';
import type { Call } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import type { CustomKeyStore } from './custom-key-store.ts';
import type { Grant } from './grant.ts';
import type { ImportParameters } from './import-parameters.ts';

/** A symmetric customer managed key. Nothing is ever encrypted here: what counts is its state, and who may use it. */
export interface Key {
  readonly id: string;
  readonly arn: string;
  readonly accountId: string;
  readonly createdAt: number;
  readonly origin: Extract<OriginType, 'AWS_KMS' | 'EXTERNAL' | 'AWS_CLOUDHSM'>;
  readonly tags: Map<string, string>;
  readonly grants: Map<string, Grant>;
  /** By import token. */
  readonly importParameters: Map<string, ImportParameters>;
  readonly customKeyStore?: CustomKeyStore | undefined;
  description: string;
  policy: string;
  /** What was done with the key; what it can be used for is its `state`. */
  lifecycle: Exclude<KeyState, 'Unavailable'>;
  readonly state: KeyState;
  rotation?: { readonly periodInDays: number; readonly since: number } | undefined;
  /** While deletion is pending. */
  deletion?: { readonly at: number; readonly cancel: () => void } | undefined;
  /** Keys of the origin EXTERNAL only, while their material is there. */
  material?: ImportedMaterial | undefined;
  /** The only material that can be imported again. */
  materialId?: string;
}

export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport' | 'Unavailable';

export interface ImportedMaterial {
  readonly expirationModel: ExpirationModelType;
  readonly expiresAt?: number | undefined;
  readonly cancelExpiry: () => void;
}

type KeyFacts = Pick<
  Key,
  'id' | 'arn' | 'accountId' | 'createdAt' | 'origin' | 'tags' | 'description' | 'policy' | 'customKeyStore'
>;

/** A key as CreateKey makes it. One whose material is to be imported waits for it. */
export const newKey = (facts: KeyFacts): Key => ({
  ...facts,
  grants: new Map(),
  importParameters: new Map(),
  lifecycle: facts.origin === 'EXTERNAL' ? 'PendingImport' : 'Enabled',
  get state(): KeyState {
    const isCutOff = this.customKeyStore !== undefined && this.customKeyStore.connection !== 'CONNECTED';
    return isCutOff && this.lifecycle !== 'PendingDeletion' ? 'Unavailable' : this.lifecycle;
  },
});

interface Alias {
  readonly name: string;
  readonly arn: string;
  readonly keyId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
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

export const regionOf = ({ arn }: Key): string => arn.split(':')[3] ?? '';

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
  ...(key.material && { ExpirationModel: key.material.expirationModel }),
  ...(key.material?.expiresAt && { ValidTo: new Date(key.material.expiresAt) }),
  Origin: key.origin,
  ...(key.customKeyStore && {
    CustomKeyStoreId: key.customKeyStore.id,
    CloudHsmClusterId: key.customKeyStore.clusterId,
  }),
  KeyManager: 'CUSTOMER',
  CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
  KeySpec: 'SYMMETRIC_DEFAULT',
  EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
  MultiRegion: false,
  ...(key.material && { CurrentKeyMaterialId: key.materialId }),
});
