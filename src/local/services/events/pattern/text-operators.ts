import { invalidPattern } from './invalid-pattern.ts';
import { isObject, type Matcher, textMatcher } from './matcher.ts';

export function equalsIgnoreCase(operand: unknown): Matcher {
  if (typeof operand !== 'string') throw invalidPattern('equals-ignore-case match pattern must be a string');
  const wanted = operand.toLowerCase();
  return textMatcher((text) => text.toLowerCase() === wanted);
}

export const prefix = (operand: unknown): Matcher =>
  affix('prefix', operand, (text, wanted) => text.startsWith(wanted));

export const suffix = (operand: unknown): Matcher =>
  affix('suffix', operand, (text, wanted) => text.endsWith(wanted));

/** `prefix` and `suffix` take a text, or `{"equals-ignore-case": text}`. */
function affix(name: string, operand: unknown, holds: (text: string, wanted: string) => boolean): Matcher {
  if (typeof operand === 'string') return textMatcher((text) => holds(text, operand));
  if (!isObject(operand)) throw invalidPattern(`${name} match pattern must be a string`);
  const [first, ...others] = Object.entries(operand);
  if (first?.[0] !== 'equals-ignore-case') {
    throw invalidPattern(`Unsupported ${name} pattern: ${first?.[0] ?? ''}`);
  }
  if (typeof first[1] !== 'string') throw invalidPattern('equals-ignore-case match pattern must be a string');
  if (others.length) throw invalidPattern('Only one key allowed in match expression');
  const wanted = first[1].toLowerCase();
  return textMatcher((text) => holds(text.toLowerCase(), wanted));
}
