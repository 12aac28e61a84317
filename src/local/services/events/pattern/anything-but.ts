import { invalidPattern } from './invalid-pattern.ts';
import { isObject, type Leaf, type Matcher, type Wildcard } from './matcher.ts';
import { comparableNumber } from './numeric.ts';
import { matchesWildcard, parseWildcard } from './wildcard.ts';

/** A value, a list of values of one type, or one nested operator with a text or a list of texts. */
export function anythingBut(operand: unknown): Matcher {
  if (isObject(operand)) return anythingButNested(operand);
  const unwanted = Array.isArray(operand) ? listOfOneType(operand) : [singleValue(operand)];
  return { accepts: (leaf) => !unwanted.includes(leaf) };
}

function singleValue(value: unknown): Leaf {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return comparableNumber(value);
  throw invalidPattern('Value of anything-but must be an array or single string/number value.');
}

function listOfOneType(values: readonly unknown[]): readonly Leaf[] {
  if (values.every((value) => typeof value === 'number') && values.length)
    return values.map(comparableNumber);
  if (values.every((value) => typeof value === 'string') && values.length) return values;
  if (values.some((value) => typeof value !== 'number' && typeof value !== 'string')) {
    throw invalidPattern('Inside anything but list, start|null|boolean is not supported.');
  }
  throw invalidPattern(
    'Inside anything but list, either all values are number or string, mixed type is not supported',
  );
}

function anythingButNested(operand: Record<string, unknown>): Matcher {
  const [first, ...others] = Object.entries(operand);
  if (!first) throw invalidPattern('Anything-But expression name not found');
  const matcher = anythingButOperator(first[0], Array.isArray(first[1]) ? first[1] : [first[1]]);
  if (others.length) throw invalidPattern('Only one key allowed in match expression');
  return matcher;
}

function anythingButOperator(operator: string, operands: readonly unknown[]): Matcher {
  switch (operator) {
    case 'prefix':
      return unlessAny(affixes(operands), (text, unwanted) => text.startsWith(unwanted));
    case 'suffix':
      return unlessAny(affixes(operands), (text, unwanted) => text.endsWith(unwanted));
    case 'equals-ignore-case':
      return unlessAny(lowerCased(operands), (text, unwanted) => text.toLowerCase() === unwanted);
    case 'wildcard':
      return unlessWildcard(nonEmpty(operands).map(parseWildcard));
    default:
      throw invalidPattern(`Unsupported anything-but pattern: ${operator}`);
  }
}

/** Values that are no text are never what is unwanted. */
const unlessAny = <T>(unwanted: readonly T[], hits: (text: string, unwanted: T) => boolean): Matcher => ({
  accepts: (leaf) => typeof leaf !== 'string' || !unwanted.some((one) => hits(leaf, one)),
});

const unlessWildcard = (wildcards: readonly Wildcard[]): Matcher => ({
  ...unlessAny(wildcards, (text, literals) => matchesWildcard(literals, text)),
  wildcards,
});

function affixes(operands: readonly unknown[]): string[] {
  return nonEmpty(operands).map((operand) => {
    if (typeof operand !== 'string') throw invalidPattern('prefix/suffix match pattern must be a string');
    if (!operand) throw invalidPattern('Null prefix/suffix not allowed');
    return operand;
  });
}

function lowerCased(operands: readonly unknown[]): string[] {
  return nonEmpty(operands).map((operand) => {
    if (typeof operand === 'string') return operand.toLowerCase();
    throw invalidPattern(
      'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.',
    );
  });
}

function nonEmpty(operands: readonly unknown[]): readonly unknown[] {
  if (!operands.length) throw invalidPattern('Empty arrays are not allowed');
  return operands;
}
