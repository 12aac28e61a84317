import type { CreateAliasRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findKey } from './find-key.ts';
import { keyStoreOf } from './key.ts';
import { refuseStates } from './key-state.ts';

const NAME = /^alias\/[a-zA-Z0-9/_-]{1,250}$/;

export const CreateAlias: Operation<CreateAliasRequest, void> = (input, call) => {
  const { AliasName: name = '' } = input;
  if (!NAME.test(name)) {
    throw new ServiceError('InvalidAliasNameException', `${name} is not a valid alias name.`);
  }
  refuseReserved(name);
  const { aliases } = keyStoreOf(call);
  const arn = `arn:${call.partition}:kms:${call.region}:${call.accountId}:${name}`;
  if (aliases.has(name)) {
    throw new ServiceError('AlreadyExistsException', `An alias with the name ${arn} already exists`);
  }
  const key = findKey(input.TargetKeyId, call);
  refuseStates(key, 'PendingDeletion');
  const now = call.world.clock.now();
  aliases.set(name, { name, arn, keyId: key.id, createdAt: now, updatedAt: now });
};

/** @throws ServiceError `NotAuthorizedException` for AWS's own aliases */
export function refuseReserved(name: string): void {
  if (!name.startsWith('alias/aws/')) return;
  throw new ServiceError('NotAuthorizedException', 'Aliases that begin with alias/aws/ are reserved.');
}
