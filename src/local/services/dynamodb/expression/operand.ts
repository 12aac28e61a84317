import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Item, typeOf } from '../attribute-value.ts';
import { validation } from '../validation.ts';
import { setOf } from '../value-set.ts';
import { type Path, readPath, valueAt } from './path.ts';
import type { Placeholders } from './placeholders.ts';
import type { Tokens } from './tokens.ts';

export type Operand =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'value'; readonly value: AttributeValue }
  | { readonly kind: 'size'; readonly path: Path };

/** Reads a path, `:value` or `size(path)`. */
export function readOperand(tokens: Tokens, placeholders: Placeholders): Operand {
  if (tokens.peek()?.startsWith(':')) return { kind: 'value', value: placeholders.value(tokens.take()) };
  if (!tokens.takeIf('SIZE')) return { kind: 'path', path: readPath(tokens, placeholders) };
  tokens.expect('(');
  const path = readPath(tokens, placeholders);
  tokens.expect(')');
  return { kind: 'size', path };
}

/** The operand's value in one item; undefined when the item has none. */
export function operandValue(operand: Operand, item: Item): AttributeValue | undefined {
  if (operand.kind === 'value') return operand.value;
  const value = valueAt(item, operand.path);
  if (operand.kind === 'path' || !value) return value;
  return { N: String(sizeOf(value)) };
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html */
function sizeOf(value: AttributeValue): number {
  const type = typeOf(value);
  if (value.S !== undefined) return [...value.S].length;
  if (value.B) return value.B.length;
  if (value.L) return value.L.length;
  if (value.M) return Object.keys(value.M).length;
  const set = setOf(value);
  if (set) return set.members.size;
  throw validation(`Invalid operand type: size() does not apply to the type ${type}`);
}
