import type { UpdateAliasRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseReserved } from './CreateAlias.ts';
import { findKey } from './find-key.ts';
import { keyStoreOf } from './key.ts';
import { refuseStates } from './key-state.ts';

/** Points an alias at another key. */
export const UpdateAlias: Operation<UpdateAliasRequest, void> = (input, call) => {
  const { AliasName: name = '' } = input;
  refuseReserved(name);
  const { aliases } = keyStoreOf(call);
  const alias = aliases.get(name);
  if (!alias) throw new ServiceError('NotFoundException', `Alias '${name}' is not found.`);
  const key = findKey(input.TargetKeyId, call);
  refuseStates(key, 'PendingDeletion');
  aliases.set(name, { ...alias, keyId: key.id, updatedAt: call.world.clock.now() });
};
