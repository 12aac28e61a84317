import type { CreateAliasRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findUsableKey } from './find-key.ts';
import { keyStoreOf } from './key.ts';

const NAME = /^alias\/[a-zA-Z0-9/_-]{1,250}$/;

export const CreateAlias: Operation<CreateAliasRequest, void> = (input, call) => {
  const { AliasName: name = '' } = input;
  if (!NAME.test(name)) {
    throw new ServiceError('InvalidAliasNameException', `${name} is not a valid alias name.`);
  }
  if (name.startsWith('alias/aws/')) {
    throw new ServiceError('NotAuthorizedException', 'Aliases that begin with alias/aws/ are reserved.');
  }
  const { aliases } = keyStoreOf(call);
  const arn = `arn:${call.partition}:kms:${call.region}:${call.accountId}:${name}`;
  if (aliases.has(name)) {
    throw new ServiceError('AlreadyExistsException', `An alias with the name ${arn} already exists`);
  }
  const { id: keyId } = findUsableKey(input.TargetKeyId, call);
  aliases.set(name, { name, arn, keyId, createdAt: call.world.clock.now() });
};
