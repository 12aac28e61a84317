import type { AliasConfiguration, GetAliasRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { aliasConfiguration, findAlias } from './aliases.ts';

export const GetAlias: Operation<GetAliasRequest, AliasConfiguration> = (input, call) =>
  aliasConfiguration(findAlias(input, call).alias);
