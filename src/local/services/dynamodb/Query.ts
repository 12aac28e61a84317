import type { QueryInput, QueryOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { compare, type Item, isEqual } from './attribute-value.ts';
import { parseKeyCondition } from './expression/key-condition.ts';
import { Placeholders } from './expression/placeholders.ts';
import { openTable } from './find-table.ts';
import { liveItems } from './items.ts';
import { readItems } from './read-items.ts';
import type { Table } from './store.ts';
import { validation } from './validation.ts';

export const Query: Operation<QueryInput, QueryOutput> = (input, call) => {
  refuseUnsupported(input, 'KeyConditions', 'QueryFilter');
  const table = openTable(input.TableName, call);
  const placeholders = new Placeholders(input);
  if (input.KeyConditionExpression === undefined) {
    throw validation(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    );
  }
  const { partition, matches } = parseKeyCondition(input.KeyConditionExpression, placeholders, {
    partitionKey: table.partitionKey.name,
    sortKey: table.sortKey?.name,
  });
  const inPartition = (item: Item) => {
    const value = item[table.partitionKey.name];
    return value !== undefined && isEqual(value, partition);
  };
  const candidates = [...liveItems(table, call.world.clock).values()]
    .filter((item) => inPartition(item) && matches(item))
    .sort(bySortKey(table));
  return readItems(
    input,
    table,
    input.ScanIndexForward === false ? candidates.reverse() : candidates,
    placeholders,
  );
};

const bySortKey =
  ({ sortKey }: Table) =>
  (a: Item, b: Item): number => {
    const left = sortKey && a[sortKey.name];
    const right = sortKey && b[sortKey.name];
    return left && right ? (compare(left, right) ?? 0) : 0;
  };
