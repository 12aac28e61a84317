import type { AliasConfiguration, UpdateAliasRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { aliasConfiguration, aliasFrom, findAlias } from './aliases.ts';
import { checkRevision } from './revise.ts';

export const UpdateAlias: Operation<UpdateAliasRequest, AliasConfiguration> = (input, call) => {
  const { fn, alias } = findAlias(input, call);
  checkRevision(alias, input.RevisionId);
  const changed = aliasFrom(fn, { ...input, Name: alias.name }, alias);
  fn.aliases.set(alias.name, changed);
  return aliasConfiguration(changed);
};
