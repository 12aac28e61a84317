import { invalidPattern } from './pattern-error.ts';

type Comparison = (value: unknown) => boolean;

const ORDER = new Map<string, (value: number, term: number) => boolean>([
  ['>', (value, term) => value > term],
  ['>=', (value, term) => value >= term],
  ['<', (value, term) => value < term],
  ['<=', (value, term) => value <= term],
]);

/**
 * Compares a value with a term of a pattern. A quoted term is text; an unquoted one may be a number too. Text has wildcards.
 * A value that is neither text nor number is not equal to anything: for it there is `IS`.
 * @throws ServiceError `InvalidParameterException`
 */
export function jsonComparison(operator: string, term: string): Comparison {
  const isQuoted = term.startsWith('"');
  const text = isQuoted ? term.slice(1, -1).replace(/\\(.)/g, '$1') : term;
  const number = isQuoted ? Number.NaN : Number(text);
  const order = ORDER.get(operator);
  if (order && Number.isNaN(number)) throw invalidPattern();
  if (order) return (value) => typeof value === 'number' && order(value, number);
  const like = wildcard(text);
  const equals: Comparison = (value) =>
    typeof value === 'number' ? value === number : typeof value === 'string' && like.test(value);
  return operator === '=' ? equals : (value) => !equals(value);
}

const wildcard = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[\\^$.+?()[\]{}|]/g, '\\$&').replaceAll('*', '.*')}$`, 's');
