import { invalidPattern } from './invalid-pattern.ts';
import { type Matcher, textMatcher, type Wildcard } from './matcher.ts';

/**
 * `*` stands for any text, also none; `\*` and `\\` stand for themselves.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-wildcard-matching
 */
export function wildcard(operand: unknown): Matcher {
  const literals = parseWildcard(operand);
  return { ...textMatcher((text) => matchesWildcard(literals, text)), wildcards: [literals] };
}

export function parseWildcard(operand: unknown): Wildcard {
  if (typeof operand !== 'string') throw invalidPattern('wildcard match pattern must be a string');
  const literals: string[] = [];
  let literal = '';
  for (let at = 0; at < operand.length; at++) {
    if (operand[at] === '*') {
      // The engine counts positions in the quoted text, so one more than ours.
      if (operand[at + 1] === '*') throw invalidPattern(`Consecutive wildcard characters at pos ${at + 1}`);
      literals.push(literal);
      literal = '';
      continue;
    }
    if (operand[at] === '\\' && !'\\*'.includes(operand[++at] ?? ' ')) {
      throw invalidPattern(`Invalid escape character at pos ${at}`);
    }
    literal += operand[at];
  }
  return [...literals, literal];
}

/** Finds the literals one after the other, each as early as it can be: no going back, whatever the text. */
export function matchesWildcard(literals: Wildcard, text: string): boolean {
  const first = literals[0] ?? '';
  const last = literals[literals.length - 1] ?? '';
  if (literals.length === 1) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const literal of literals.slice(1, -1)) {
    const found = text.indexOf(literal, at);
    if (found < 0) return false;
    at = found + literal.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
