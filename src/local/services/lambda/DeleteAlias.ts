import type { DeleteAliasRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { environmentsOf } from './environments.ts';
import { findLatest } from './find-function.ts';

/** Deleting an alias that is gone is no error. */
export const DeleteAlias: Operation<DeleteAliasRequest, void> = ({ FunctionName, Name = '' }, call) => {
  const { aliases } = findLatest(FunctionName, call);
  const alias = aliases.get(Name);
  if (alias) environmentsOf(call.world).forget(alias.target);
  aliases.delete(Name);
};
