import { anythingBut } from './anything-but.ts';
import { cidr } from './cidr.ts';
import { invalidPattern } from './invalid-pattern.ts';
import { isObject, type Leaf, type Matcher } from './matcher.ts';
import { numeric } from './numeric.ts';
import { equalsIgnoreCase, prefix, suffix } from './text-operators.ts';
import { wildcard } from './wildcard.ts';

/**
 * Every operator that EventBridge documents for event buses, by its name.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
const operators = new Map<string, (operand: unknown) => Matcher>([
  ['prefix', prefix],
  ['suffix', suffix],
  ['equals-ignore-case', equalsIgnoreCase],
  ['wildcard', wildcard],
  ['numeric', numeric],
  ['cidr', cidr],
  ['anything-but', anythingBut],
  ['exists', exists],
]);

/** Reads one entry of a field's list: a plain value, or an object with one operator. */
export function parseMatcher(entry: unknown): Matcher {
  if (Array.isArray(entry)) throw invalidPattern('Match value must be String, number, true, false, or null');
  if (!isObject(entry)) return equals(entry as Leaf);
  const [first, ...others] = Object.entries(entry);
  if (!first) throw invalidPattern('Match expression name not found');
  const parse = operators.get(first[0]);
  if (!parse) throw invalidPattern(`Unrecognized match type ${first[0]}`);
  const matcher = parse(first[1]);
  if (others.length) throw invalidPattern('Only one key allowed in match expression');
  return matcher;
}

const equals = (wanted: Leaf): Matcher => ({ accepts: (leaf) => leaf === wanted });

function exists(operand: unknown): Matcher {
  if (typeof operand !== 'boolean') {
    throw invalidPattern('exists match pattern must be either true or false.');
  }
  return operand ? { accepts: () => true } : { accepts: () => false, acceptsAbsence: true };
}
