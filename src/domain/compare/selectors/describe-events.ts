import { quote } from '../../request/trail-request.ts';
import { type EventSet, valuesIn } from './event-set.ts';
import { meet, type Pattern } from './pattern.ts';

/** How a part of events differs from all of them: `with eventName Equals "GetObject"`; empty when it does not. */
export function describePart(part: EventSet, whole: EventSet): string {
  const phrases = [...part.keys()]
    .filter((field) => field !== 'readOnly' && field !== 'eventCategory')
    .flatMap((field) => describeField(field, part, whole));
  return phrases.length > 0 ? ` with ${phrases.join(' and ')}` : '';
}

/** `read ` or `write ` for a part that is only the one. */
export function describeKind(part: EventSet): string {
  const [only, ...others] = valuesIn(part, 'readOnly').anyOf[0] ?? [];
  if (!only || others.length > 0 || !('exact' in only)) return '';
  return only.exact === 'true' ? 'read ' : 'write ';
}

function describeField(field: string, part: EventSet, whole: EventSet): readonly string[] {
  const [values, before] = [valuesIn(part, field), valuesIn(whole, field)];
  const added =
    JSON.stringify(values.anyOf) === JSON.stringify(before.anyOf) ? [] : (values.anyOf.at(-1) ?? []);
  const excluded = values.noneOf
    .slice(before.noneOf.length)
    .filter((pattern) => added.length === 0 || added.some((other) => meet(pattern, other)));
  return [
    ...(added.length > 0 ? [`${field} ${some(added.map(describePattern)).join(' or ')}`] : []),
    ...some(excluded.map((pattern) => `${field} Not${describePattern(pattern)}`)),
  ];
}

function describePattern(pattern: Pattern): string {
  if ('exact' in pattern) return `Equals ${quote(pattern.exact)}`;
  const { prefix, suffix } = pattern;
  if (suffix === '') return `StartsWith ${quote(prefix)}`;
  return prefix === ''
    ? `EndsWith ${quote(suffix)}`
    : `StartsWith ${quote(prefix)} and EndsWith ${quote(suffix)}`;
}

const MOST_NAMED = 3;

/** The first few, and how many more there are: who reads a message wants an example, not the list. */
const some = (phrases: readonly string[]): readonly string[] =>
  phrases.length <= MOST_NAMED
    ? phrases
    : [...phrases.slice(0, MOST_NAMED), `${phrases.length - MOST_NAMED} more`];
