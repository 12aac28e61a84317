import type { ConnectionStateType, CustomKeyStoresListEntry } from '@aws-sdk/client-kms';
import type { Call } from '../../endpoint/operation.ts';
import { noteForRecord } from '../../endpoint/record-notes.ts';
import { ServiceError } from '../../endpoint/service-error.ts';

/** A custom key store of the AWS CloudHSM kind. Its cluster is taken to be there: CloudHSM is not served. */
export interface CustomKeyStore {
  readonly id: string;
  readonly name: string;
  readonly clusterId: string;
  readonly trustAnchorCertificate: string;
  readonly createdAt: number;
  /** Keys of a store that is not connected cannot be used. */
  connection: Extract<ConnectionStateType, 'CONNECTED' | 'DISCONNECTED'>;
}

const store = { name: 'kms.custom-key-stores', create: () => new Map<string, CustomKeyStore>() };

export const customKeyStoresOf = ({ world, accountId, region }: Call): Map<string, CustomKeyStore> =>
  world.store(store, accountId, region);

/** @throws ServiceError `CustomKeyStoreNotFoundException` */
export function findCustomKeyStore(id: string | undefined, call: Call): CustomKeyStore {
  const found = customKeyStoresOf(call).get(id ?? '');
  if (!found)
    throw new ServiceError('CustomKeyStoreNotFoundException', `Custom key store ${id} does not exist.`);
  const { name: customKeyStoreName, clusterId } = found;
  noteForRecord(call, { additionalEventData: { customKeyStoreName, clusterId } });
  return found;
}

export const listEntryOf = (found: CustomKeyStore): CustomKeyStoresListEntry => ({
  CustomKeyStoreId: found.id,
  CustomKeyStoreName: found.name,
  CloudHsmClusterId: found.clusterId,
  TrustAnchorCertificate: found.trustAnchorCertificate,
  ConnectionState: found.connection,
  CreationDate: new Date(found.createdAt),
  CustomKeyStoreType: 'AWS_CLOUDHSM',
});
