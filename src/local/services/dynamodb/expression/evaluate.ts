import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { compare, type Item, isEqual, typeOf } from '../attribute-value.ts';
import { asSingleton, setOf } from '../value-set.ts';
import type { Comparator, Condition, TestName } from './condition.ts';
import { type Operand, operandValue } from './operand.ts';
import { valueAt } from './path.ts';

export function holds(condition: Condition, item: Item): boolean {
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, item) && holds(condition.right, item);
    case 'or':
      return holds(condition.left, item) || holds(condition.right, item);
    case 'not':
      return !holds(condition.condition, item);
    case 'exists':
      return valueAt(item, condition.path) !== undefined;
    case 'compare':
      return compares(condition.comparator, condition.left, condition.right, item);
    case 'between':
      return (
        compares('>=', condition.operand, condition.low, item) &&
        compares('<=', condition.operand, condition.high, item)
      );
    case 'in':
      return condition.list.some((member) => compares('=', condition.operand, member, item));
    default:
      return passes(condition.kind, valueAt(item, condition.path), operandValue(condition.argument, item));
  }
}

function compares(comparator: Comparator, left: Operand, right: Operand, item: Item): boolean {
  const a = operandValue(left, item);
  const b = operandValue(right, item);
  if (!a || !b) return comparator === '<>' && a !== b;
  if (comparator === '=') return isEqual(a, b);
  if (comparator === '<>') return !isEqual(a, b);
  const order = compare(a, b);
  return order !== undefined && ORDERS[comparator](order);
}

const ORDERS = {
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '>=': (order: number) => order >= 0,
};

function passes(test: TestName, value: AttributeValue | undefined, argument: AttributeValue | undefined) {
  if (!value || !argument) return false;
  if (test === 'attribute_type') return typeOf(value) === argument.S;
  return test === 'begins_with' ? beginsWith(value, argument) : contains(value, argument);
}

function beginsWith(value: AttributeValue, prefix: AttributeValue): boolean {
  if (value.S !== undefined && prefix.S !== undefined) return value.S.startsWith(prefix.S);
  if (!value.B || !prefix.B) return false;
  return Buffer.from(value.B.subarray(0, prefix.B.length)).equals(prefix.B);
}

function contains(value: AttributeValue, part: AttributeValue): boolean {
  if (value.S !== undefined && part.S !== undefined) return value.S.includes(part.S);
  if (value.L) return value.L.some((member) => isEqual(member, part));
  const set = setOf(value);
  const wanted = asSingleton(part);
  const [text] = wanted?.members.keys() ?? [];
  return text !== undefined && set?.type === wanted?.type && !!set?.members.has(text);
}
