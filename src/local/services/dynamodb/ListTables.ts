import type { ListTablesInput, ListTablesOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { tablesOf } from './store.ts';

export const ListTables: Operation<ListTablesInput, ListTablesOutput> = (
  { ExclusiveStartTableName: start = '', Limit = 100 },
  call,
) => {
  const names = [...tablesOf(call).keys()].sort().filter((name) => name > start);
  const TableNames = names.slice(0, Limit);
  return {
    TableNames,
    LastEvaluatedTableName: names.length > TableNames.length ? TableNames.at(-1) : undefined,
  };
};
