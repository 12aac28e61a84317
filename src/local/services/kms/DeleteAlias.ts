import type { DeleteAliasRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { keyStoreOf } from './key.ts';

export const DeleteAlias: Operation<DeleteAliasRequest, void> = (input, call) => {
  if (keyStoreOf(call).aliases.delete(input.AliasName ?? '')) return;
  throw new ServiceError('NotFoundException', `Alias '${input.AliasName}' is not found.`);
};
