import { invalidPattern } from './invalid-pattern.ts';
import type { Matcher } from './matcher.ts';

/**
 * EventBridge compares numbers from -5.0e9 to 5.0e9 inclusive.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-numeric-matching
 */
const largestComparable = 5e9;

const comparisons = new Map<unknown, (value: number, limit: number) => boolean>([
  ['=', (value, limit) => value === limit],
  ['<', (value, limit) => value < limit],
  ['<=', (value, limit) => value <= limit],
  ['>', (value, limit) => value > limit],
  ['>=', (value, limit) => value >= limit],
]);

/** `[">", 0]`, or a range from below: `[">", 0, "<=", 5]`. */
export function numeric(operand: unknown): Matcher {
  if (!Array.isArray(operand)) throw invalidPattern('Value of numeric must be an array.');
  const [operator, limit, upperOperator, upperLimit, ...rest] = operand;
  const first = comparison(operator, limit);
  if (operand.length <= 2) return numberMatcher(first);
  if (operator !== '>' && operator !== '>=') {
    throw invalidPattern('Too many elements in numeric expression');
  }
  if (upperOperator !== '<' && upperOperator !== '<=') {
    throw invalidPattern(`Bad numeric range operator: ${String(upperOperator)}`);
  }
  const second = comparison(upperOperator, upperLimit);
  if (rest.length) throw invalidPattern('Too many terms in numeric range expression');
  if (limit >= upperLimit) throw invalidPattern('Bottom must be less than top');
  return numberMatcher((value) => first(value) && second(value));
}

/** A number that EventBridge can compare; throws for any other. */
export function comparableNumber(number: number): number {
  if (Math.abs(number) > largestComparable) {
    throw invalidPattern('Value must be between -5.0E9 and 5.0E9, inclusive');
  }
  return number;
}

function comparison(operator: unknown, limit: unknown): (value: number) => boolean {
  const compare = comparisons.get(operator);
  if (!compare) throw invalidPattern(`Unrecognized numeric range operator: ${String(operator)}`);
  if (typeof limit !== 'number') {
    throw invalidPattern(`Value of ${operator === '=' ? 'equals' : operator} must be numeric`);
  }
  const comparable = comparableNumber(limit);
  return (value) => compare(value, comparable);
}

const numberMatcher = (accepts: (value: number) => boolean): Matcher => ({
  accepts: (leaf) => typeof leaf === 'number' && accepts(leaf),
});
