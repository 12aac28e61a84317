import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from '../attribute-value.ts';
import { addNumbers, subtractNumbers } from '../number.ts';
import { validation } from '../validation.ts';
import { asValue, setOf, type ValueSet } from '../value-set.ts';
import { operandValue } from './operand.ts';
import { type Path, valueAt } from './path.ts';
import type { SetValue, UpdateAction } from './update.ts';
import { without, withValue } from './write-path.ts';

/** The item after an update. Every right-hand side sees the item as it was before. */
export function applyUpdate(actions: readonly UpdateAction[], before: Item): Item {
  const written = actions
    .filter((action) => action.kind !== 'remove')
    .reduce((item, action) => withValueOrWithout(item, action.path, resultOf(action, before)), before);
  // From the end: taking one member out of a list moves those after it.
  return removals(actions).reduce(without, written);
}

const removals = (actions: readonly UpdateAction[]): Path[] =>
  actions
    .filter((action) => action.kind === 'remove')
    .map((action) => action.path)
    .sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)) || 0);

const withValueOrWithout = (item: Item, path: Path, value: AttributeValue | undefined) =>
  value ? withValue(item, path, value) : without(item, path);

function resultOf(action: Exclude<UpdateAction, { kind: 'remove' }>, item: Item): AttributeValue | undefined {
  if (action.kind === 'set') return evaluate(action.value, item);
  const current = valueAt(item, action.path);
  return action.kind === 'add' ? sum(current, action.value) : difference(current, action.value);
}

function evaluate(value: SetValue, item: Item): AttributeValue {
  switch (value.kind) {
    case 'if_not_exists':
      return valueAt(item, value.path) ?? evaluate(value.otherwise, item);
    case 'list_append':
      return { L: [...listOf(evaluate(value.left, item)), ...listOf(evaluate(value.right, item))] };
    case '+':
      return { N: addNumbers(numberOf(evaluate(value.left, item)), numberOf(evaluate(value.right, item))) };
    case '-':
      return {
        N: subtractNumbers(numberOf(evaluate(value.left, item)), numberOf(evaluate(value.right, item))),
      };
    default: {
      const found = operandValue(value, item);
      if (found) return found;
      throw validation('The provided expression refers to an attribute that does not exist in the item');
    }
  }
}

function sum(current: AttributeValue | undefined, added: AttributeValue): AttributeValue | undefined {
  if (added.N !== undefined) return { N: addNumbers(current ? numberOf(current) : '0', added.N) };
  const { own, given } = setsOf(current, added);
  return asValue({ type: given.type, members: new Map([...own.members, ...given.members]) });
}

function difference(
  current: AttributeValue | undefined,
  removed: AttributeValue,
): AttributeValue | undefined {
  const { own, given } = setsOf(current, removed);
  const left = [...own.members].filter(([text]) => !given.members.has(text));
  return asValue({ type: own.type, members: new Map(left) });
}

function setsOf(current: AttributeValue | undefined, operand: AttributeValue) {
  const given = setOf(operand);
  if (!given) throw wrongType();
  const own: ValueSet | undefined = current ? setOf(current) : { type: given.type, members: new Map() };
  if (own?.type !== given.type) throw wrongType();
  return { own, given };
}

function numberOf({ N }: AttributeValue): string {
  if (N === undefined) throw wrongType();
  return N;
}

function listOf({ L }: AttributeValue): AttributeValue[] {
  if (!L) throw wrongType();
  return L;
}

const wrongType = () => validation('An operand in the update expression has an incorrect data type');
