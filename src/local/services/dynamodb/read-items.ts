import type { AttributeValue, Select } from '@aws-sdk/client-dynamodb';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import type { Item } from './attribute-value.ts';
import { parseCondition } from './expression/condition.ts';
import { holds } from './expression/evaluate.ts';
import type { Placeholders } from './expression/placeholders.ts';
import { parseProjection, project } from './expression/projection.ts';
import { sizeOfMap } from './item-size.ts';
import { checkedKey, keyOf, keyText } from './items.ts';
import type { Table } from './store.ts';
import { validation } from './validation.ts';

/** What Query and Scan have in common. */
interface ReadInput {
  readonly IndexName?: string | undefined;
  readonly Select?: Select | undefined;
  readonly AttributesToGet?: unknown;
  readonly ConditionalOperator?: unknown;
  readonly Limit?: number | undefined;
  readonly ExclusiveStartKey?: Record<string, AttributeValue> | undefined;
  readonly ReturnConsumedCapacity?: string | undefined;
  readonly ProjectionExpression?: string | undefined;
  readonly FilterExpression?: string | undefined;
}

/** One answer of Query or Scan holds at most this much, filtered out or not. */
const PAGE_BYTES = 1024 * 1024;

/** Cuts one page out of `candidates`, then filters and projects it. */
export function readItems(
  input: ReadInput,
  table: Table,
  candidates: readonly Item[],
  placeholders: Placeholders,
) {
  check(input);
  const filter =
    input.FilterExpression === undefined
      ? undefined
      : parseCondition('FilterExpression', input.FilterExpression, placeholders);
  const paths =
    input.ProjectionExpression === undefined
      ? undefined
      : parseProjection(input.ProjectionExpression, placeholders);
  placeholders.checkAllUsed();
  const { scanned, last } = pageOf(input, table, candidates);
  const matching = filter ? scanned.filter((item) => holds(filter, item)) : scanned;
  return {
    Items:
      input.Select === 'COUNT'
        ? undefined
        : matching.map((item) => (paths ? project(item, paths) : { ...item })),
    Count: matching.length,
    ScannedCount: scanned.length,
    LastEvaluatedKey: last && keyOf(table, last),
  };
}

function check(input: ReadInput): void {
  refuseUnsupported(input, 'IndexName', 'AttributesToGet', 'ConditionalOperator');
  const { ReturnConsumedCapacity = 'NONE', Limit = 1 } = input;
  if (ReturnConsumedCapacity !== 'NONE') throw unsupported('the parameter ReturnConsumedCapacity');
  if (Limit < 1)
    throw validation(
      "Value at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
    );
}

function pageOf(
  { Limit = Infinity, ExclusiveStartKey }: ReadInput,
  table: Table,
  candidates: readonly Item[],
) {
  const rest = ExclusiveStartKey ? after(ExclusiveStartKey, table, candidates) : candidates;
  let bytes = 0;
  const scanned: Item[] = [];
  for (const item of rest) {
    if (scanned.length === Limit || bytes > PAGE_BYTES) return { scanned, last: scanned.at(-1) };
    bytes += sizeOfMap(item);
    scanned.push(item);
  }
  // DynamoDB only knows that there is no more once it has looked further than the limit.
  return { scanned, last: scanned.length === Limit ? scanned.at(-1) : undefined };
}

function after(startKey: Item, table: Table, candidates: readonly Item[]): readonly Item[] {
  const key = keyText(table, checkedKey(table, startKey));
  const index = candidates.findIndex((item) => keyText(table, item) === key);
  if (index < 0) throw unsupported('an ExclusiveStartKey whose item is gone');
  return candidates.slice(index + 1);
}
