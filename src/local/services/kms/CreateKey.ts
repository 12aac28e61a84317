import { randomUUID } from 'node:crypto';
import type { CreateKeyRequest, CreateKeyResponse } from '@aws-sdk/client-kms';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { type CustomKeyStore, findCustomKeyStore } from './custom-key-store.ts';
import { type Key, keyStoreOf, metadataOf, newKey } from './key.ts';
import { checkKeyPolicy, defaultPolicy } from './key-policy.ts';

/** Makes symmetric encryption keys of one Region only. */
export const CreateKey: Operation<CreateKeyRequest, CreateKeyResponse> = (input, call) => {
  refuseUnsupported(input, 'XksKeyId');
  checkKind(input);
  const origin = originOf(input);
  const customKeyStore = customKeyStoreFor(origin, input, call);
  const id = randomUUID();
  const arn = `arn:${call.partition}:kms:${call.region}:${call.accountId}:key/${id}`;
  const policy = input.Policy ?? defaultPolicy(call);
  checkKeyPolicy({ policy, keyArn: arn, bypassLockoutCheck: input.BypassPolicyLockoutSafetyCheck }, call);
  const key = newKey({
    id,
    arn,
    accountId: call.accountId,
    createdAt: call.world.clock.now(),
    origin,
    customKeyStore,
    description: input.Description ?? '',
    tags: new Map((input.Tags ?? []).map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue])),
    policy,
  });
  keyStoreOf(call).keys.set(id, key);
  return { KeyMetadata: metadataOf(key) };
};

function checkKind({ KeyUsage, KeySpec, CustomerMasterKeySpec, MultiRegion }: CreateKeyRequest): void {
  const spec = KeySpec ?? CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';
  if (spec !== 'SYMMETRIC_DEFAULT') throw unsupported(`keys of the spec ${spec}`);
  if (KeyUsage && KeyUsage !== 'ENCRYPT_DECRYPT') throw unsupported(`keys for ${KeyUsage}`);
  if (MultiRegion) throw unsupported('multi-Region keys');
}

function originOf({ Origin = 'AWS_KMS' }: CreateKeyRequest): Key['origin'] {
  if (Origin === 'EXTERNAL_KEY_STORE') throw unsupported(`keys of the origin ${Origin}`);
  return Origin;
}

/** A custom key store and its origin come together, and the store must be connected. */
function customKeyStoreFor(
  origin: Key['origin'],
  { CustomKeyStoreId: id }: CreateKeyRequest,
  call: Call,
): CustomKeyStore | undefined {
  if ((origin === 'AWS_CLOUDHSM') !== (id !== undefined)) {
    throw new ServiceError(
      'ValidationException',
      'CustomKeyStoreId goes with the origin AWS_CLOUDHSM alone.',
    );
  }
  if (id === undefined) return undefined;
  const found = findCustomKeyStore(id, call);
  if (found.connection === 'CONNECTED') return found;
  throw new ServiceError(
    'CustomKeyStoreInvalidStateException',
    `The custom key store ${id} is not connected.`,
  );
}
