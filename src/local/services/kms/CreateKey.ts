import { randomUUID } from 'node:crypto';
import type { CreateKeyRequest, CreateKeyResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { type Key, keyStoreOf, metadataOf } from './key.ts';
import { checkKeyPolicy, defaultPolicy } from './key-policy.ts';

/** Makes symmetric encryption keys of one Region only. */
export const CreateKey: Operation<CreateKeyRequest, CreateKeyResponse> = (input, call) => {
  refuseUnsupported(input, 'CustomKeyStoreId', 'XksKeyId');
  checkKind(input);
  const id = randomUUID();
  const arn = `arn:${call.partition}:kms:${call.region}:${call.accountId}:key/${id}`;
  const policy = input.Policy ?? defaultPolicy(call);
  checkKeyPolicy({ policy, keyArn: arn, bypassLockoutCheck: input.BypassPolicyLockoutSafetyCheck }, call);
  const key: Key = {
    id,
    arn,
    accountId: call.accountId,
    createdAt: call.world.clock.now(),
    description: input.Description ?? '',
    tags: new Map((input.Tags ?? []).map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue])),
    policy,
    state: 'Enabled',
  };
  keyStoreOf(call).keys.set(id, key);
  return { KeyMetadata: metadataOf(key) };
};

function checkKind({
  KeyUsage,
  KeySpec,
  CustomerMasterKeySpec,
  Origin,
  MultiRegion,
}: CreateKeyRequest): void {
  const spec = KeySpec ?? CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';
  if (spec !== 'SYMMETRIC_DEFAULT') throw unsupported(`keys of the spec ${spec}`);
  if (KeyUsage && KeyUsage !== 'ENCRYPT_DECRYPT') throw unsupported(`keys for ${KeyUsage}`);
  if (Origin && Origin !== 'AWS_KMS') throw unsupported(`keys of the origin ${Origin}`);
  if (MultiRegion) throw unsupported('multi-Region keys');
}
