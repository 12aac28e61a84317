import type { ListAliasesRequest, ListAliasesResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { aliasConfiguration } from './aliases.ts';
import { findLatest } from './find-function.ts';

export const ListAliases: Operation<ListAliasesRequest, ListAliasesResponse> = (input, call) => {
  const { FunctionVersion: version, MaxItems = 50, Marker: token } = input;
  const aliases = [...findLatest(input.FunctionName, call).aliases.values()].filter(
    ({ target }) => (version ?? target.version) === target.version,
  );
  const { items, nextToken } = page(aliases, {
    limit: MaxItems,
    token,
    badTokenCode: 'InvalidParameterValueException',
  });
  return { Aliases: items.map(aliasConfiguration), NextMarker: nextToken };
};
