import type { AliasConfiguration, CreateAliasRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { aliasConfiguration, aliasFrom } from './aliases.ts';
import { findLatest } from './find-function.ts';
import { conflict } from './lambda-error.ts';

export const CreateAlias: Operation<CreateAliasRequest, AliasConfiguration> = (input, call) => {
  const fn = findLatest(input.FunctionName, call);
  const { Name = '' } = input;
  if (fn.aliases.has(Name)) throw conflict(`Alias already exists: ${fn.arn}:${Name}`);
  const alias = aliasFrom(fn, { ...input, Name });
  fn.aliases.set(Name, alias);
  return aliasConfiguration(alias);
};
