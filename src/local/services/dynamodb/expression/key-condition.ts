import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from '../attribute-value.ts';
import { validation } from '../validation.ts';
import { type Condition, parseCondition } from './condition.ts';
import { holds } from './evaluate.ts';
import type { Operand } from './operand.ts';
import type { Placeholders } from './placeholders.ts';

interface KeyNames {
  readonly partitionKey: string;
  readonly sortKey?: string | undefined;
}

/** Which items of a partition a query means. */
export interface KeyCondition {
  readonly partition: AttributeValue;
  readonly matches: (item: Item) => boolean;
}

/**
 * Reads `pk = :p`, alone or with one condition on the sort key.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html
 */
export function parseKeyCondition(
  expression: string,
  placeholders: Placeholders,
  { partitionKey, sortKey }: KeyNames,
): KeyCondition {
  const whole = parseCondition('KeyConditionExpression', expression, placeholders);
  const parts = whole.kind === 'and' ? [whole.left, whole.right] : [whole];
  const values = parts.map((part) => equalTo(part, partitionKey));
  const partition = values.find((value) => value !== undefined);
  if (!partition) throw validation(`Query condition missed key schema element: ${partitionKey}`);
  const others = parts.filter((_, i) => values[i] === undefined);
  for (const other of others) checkSortCondition(other, sortKey);
  return { partition, matches: (item) => others.every((other) => holds(other, item)) };
}

function equalTo(condition: Condition, key: string): AttributeValue | undefined {
  if (condition.kind !== 'compare' || condition.comparator !== '=') return undefined;
  const { left, right } = condition;
  return isPathTo(left, key) && right.kind === 'value' ? right.value : undefined;
}

const isPathTo = (operand: Operand, key: string | undefined) =>
  operand.kind === 'path' && operand.path.length === 1 && operand.path[0] === key;

function checkSortCondition(condition: Condition, sortKey: string | undefined): void {
  if (!isOn(condition, sortKey)) throw validation('Query key condition not supported');
}

function isOn(condition: Condition, key: string | undefined): boolean {
  if (condition.kind === 'begins_with') return condition.path.length === 1 && condition.path[0] === key;
  if (condition.kind === 'between') return isPathTo(condition.operand, key);
  return condition.kind === 'compare' && condition.comparator !== '<>' && isPathTo(condition.left, key);
}
