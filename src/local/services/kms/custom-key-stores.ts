import { randomBytes } from 'node:crypto';
import type {
  ConnectCustomKeyStoreRequest,
  CreateCustomKeyStoreRequest,
  CreateCustomKeyStoreResponse,
  DeleteCustomKeyStoreRequest,
  DescribeCustomKeyStoresRequest,
  DescribeCustomKeyStoresResponse,
  DisconnectCustomKeyStoreRequest,
} from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { customKeyStoresOf, findCustomKeyStore, listEntryOf } from './custom-key-store.ts';
import { keyStoreOf } from './key.ts';

// The operations of one resource stand in one file: each is a few lines.

export const CreateCustomKeyStore: Operation<CreateCustomKeyStoreRequest, CreateCustomKeyStoreResponse> = (
  input,
  call,
) => {
  const { CustomKeyStoreName: name = '', CloudHsmClusterId: clusterId, CustomKeyStoreType: type } = input;
  if (type && type !== 'AWS_CLOUDHSM') throw unsupported(`custom key stores of the type ${type}`);
  if (!clusterId || !input.TrustAnchorCertificate || !input.KeyStorePassword) {
    throw new ServiceError('ValidationException', 'A key store needs its cluster, certificate and password.');
  }
  const stores = customKeyStoresOf(call);
  if ([...stores.values()].some((other) => other.name === name)) {
    throw new ServiceError('CustomKeyStoreNameInUseException', `The name ${name} is in use.`);
  }
  if ([...stores.values()].some((other) => other.clusterId === clusterId)) {
    throw new ServiceError('CloudHsmClusterInUseException', `The cluster ${clusterId} is in use.`);
  }
  const id = `cks-${randomBytes(9).toString('hex').slice(0, 17)}`;
  const createdAt = call.world.clock.now();
  const trustAnchorCertificate = input.TrustAnchorCertificate;
  stores.set(id, { id, name, clusterId, trustAnchorCertificate, createdAt, connection: 'DISCONNECTED' });
  return { CustomKeyStoreId: id };
};

/** Connects at once; AWS takes some twenty minutes. */
export const ConnectCustomKeyStore: Operation<ConnectCustomKeyStoreRequest, object> = (input, call) => {
  const found = findCustomKeyStore(input.CustomKeyStoreId, call);
  if (found.connection === 'CONNECTED') throw invalidState(found.id, 'connected');
  found.connection = 'CONNECTED';
  return {};
};

export const DisconnectCustomKeyStore: Operation<DisconnectCustomKeyStoreRequest, object> = (input, call) => {
  const found = findCustomKeyStore(input.CustomKeyStoreId, call);
  if (found.connection === 'DISCONNECTED') throw invalidState(found.id, 'disconnected');
  found.connection = 'DISCONNECTED';
  return {};
};

export const DeleteCustomKeyStore: Operation<DeleteCustomKeyStoreRequest, object> = (input, call) => {
  const found = findCustomKeyStore(input.CustomKeyStoreId, call);
  if (found.connection === 'CONNECTED') throw invalidState(found.id, 'connected');
  if ([...keyStoreOf(call).keys.values()].some(({ customKeyStore }) => customKeyStore === found)) {
    throw new ServiceError('CustomKeyStoreHasCMKsException', `The key store ${found.id} has keys.`);
  }
  customKeyStoresOf(call).delete(found.id);
  return {};
};

export const DescribeCustomKeyStores: Operation<
  DescribeCustomKeyStoresRequest,
  DescribeCustomKeyStoresResponse
> = (input, call) => {
  const { CustomKeyStoreId: id, CustomKeyStoreName: name } = input;
  const all = id === undefined ? [...customKeyStoresOf(call).values()] : [findCustomKeyStore(id, call)];
  const named = all.filter((one) => name === undefined || one.name === name);
  if (name !== undefined && named.length === 0) {
    throw new ServiceError('CustomKeyStoreNotFoundException', `Custom key store ${name} does not exist.`);
  }
  const { items, nextToken } = page(named, {
    limit: input.Limit ?? 50,
    token: input.Marker,
    badTokenCode: 'InvalidMarkerException',
  });
  return {
    CustomKeyStores: items.map(listEntryOf),
    NextMarker: nextToken,
    Truncated: nextToken !== undefined,
  };
};

const invalidState = (id: string, state: string) =>
  new ServiceError('CustomKeyStoreInvalidStateException', `The custom key store ${id} is ${state}.`);
