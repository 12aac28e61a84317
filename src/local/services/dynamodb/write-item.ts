import type { AttributeValue, ReturnValue } from '@aws-sdk/client-dynamodb';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import type { Item } from './attribute-value.ts';
import { parseCondition } from './expression/condition.ts';
import { holds } from './expression/evaluate.ts';
import { Placeholders } from './expression/placeholders.ts';
import { openTable } from './find-table.ts';
import { checkItemSize } from './item-size.ts';
import { keyText, liveItems } from './items.ts';
import type { Table } from './store.ts';
import { validation } from './validation.ts';

/** What PutItem, UpdateItem and DeleteItem have in common. */
interface WriteInput {
  readonly TableName: string | undefined;
  readonly ReturnValues?: ReturnValue | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  readonly ExpressionAttributeValues?: Record<string, AttributeValue> | undefined;
  readonly Expected?: unknown;
  readonly ConditionalOperator?: unknown;
  readonly ReturnConsumedCapacity?: string | undefined;
  readonly ReturnItemCollectionMetrics?: string | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: string | undefined;
}

interface Write {
  readonly table: Table;
  readonly before: Item | undefined;
  readonly placeholders: Placeholders;
}

/**
 * Carries out one write when its condition holds, and says how the item was before.
 * @param keyIn the item's key attributes
 * @param prepare reads the request and returns what makes the item as it shall be; undefined deletes it
 * @throws ServiceError `ConditionalCheckFailedException`, `ValidationException`
 */
export function writeItem(
  input: WriteInput,
  call: Call,
  keyIn: (table: Table) => Item,
  prepare: (write: Write) => () => Item | undefined,
) {
  refuseUnserved(input);
  const table = openTable(input.TableName, call);
  const key = keyText(table, keyIn(table));
  const placeholders = new Placeholders(input);
  const items = liveItems(table, call.world.clock);
  const before = items.get(key);
  const isMet = conditionOf(input, placeholders);
  const change = prepare({ table, before, placeholders });
  placeholders.checkAllUsed();
  if (!isMet(before ?? {})) {
    throw new ServiceError('ConditionalCheckFailedException', 'The conditional request failed');
  }
  const after = change();
  if (after) checkItemSize(after);
  if (after) items.set(key, after);
  else items.delete(key);
  return { before, after };
}

function conditionOf({ ConditionExpression }: WriteInput, placeholders: Placeholders) {
  if (ConditionExpression === undefined) return () => true;
  const condition = parseCondition('ConditionExpression', ConditionExpression, placeholders);
  return (item: Item) => holds(condition, item);
}

/** @throws ServiceError `ValidationException` when ReturnValues asks for what the operation does not give */
export function checkReturnValues({ ReturnValues = 'NONE' }: WriteInput, ...allowed: ReturnValue[]): void {
  if (ReturnValues === 'NONE' || allowed.includes(ReturnValues)) return;
  throw validation(`Return values set to invalid value: ${ReturnValues}`);
}

const EXTRAS = [
  'ReturnConsumedCapacity',
  'ReturnItemCollectionMetrics',
  'ReturnValuesOnConditionCheckFailure',
] as const;

function refuseUnserved(input: WriteInput): void {
  refuseUnsupported(input, 'Expected', 'ConditionalOperator');
  const asked = EXTRAS.find((name) => (input[name] ?? 'NONE') !== 'NONE');
  if (asked) throw unsupported(`the parameter ${asked}`);
}
