import { exactly, type Pattern } from './pattern.ts';
import { ANYTHING, exclude, isEmpty, narrow, sizeOf, type ValueSet } from './value-set.ts';

/** Events, by what their fields may hold; a field that is not named may hold anything. */
export type EventSet = ReadonlyMap<string, ValueSet>;

/** What one field must hold: one of these where there are any, and none of those. */
export interface Condition {
  readonly field: string;
  readonly oneOf: readonly Pattern[];
  readonly noneOf: readonly Pattern[];
}

/** What an event must be for one selector to take it: all conditions hold. */
export type Selection = readonly Condition[];

export const EVERY_EVENT: EventSet = new Map([
  ['readOnly', { anyOf: [[exactly('true'), exactly('false')]], noneOf: [] }],
]);

export const valuesIn = (events: EventSet, field: string): ValueSet => events.get(field) ?? ANYTHING;

/** The events of a set that a selection takes; null when it takes none of them. */
export function taken(events: EventSet, selection: Selection): EventSet | null {
  let left: EventSet | null = events;
  for (const { field, oneOf, noneOf } of selection) {
    left = left && noneOf.length > 0 ? withoutValues(left, field, noneOf) : left;
    left = left && oneOf.length > 0 ? withValues(left, field, oneOf) : left;
  }
  return left;
}

/** The events of a set that a selection does not take: those that fail the first condition, those that fail the second … */
export const notTaken = (events: EventSet, selection: Selection): readonly EventSet[] =>
  selection
    .flatMap(({ field, oneOf, noneOf }) => [
      oneOf.length > 0 ? withoutValues(events, field, oneOf) : null,
      ...noneOf.map((pattern) => withValues(events, field, [pattern])),
    ])
    .filter((piece) => piece !== null);

export const withValues = (events: EventSet, field: string, patterns: readonly Pattern[]): EventSet | null =>
  replace(events, field, narrow(valuesIn(events, field), patterns, holdsSeveral(field)));

export const withoutValues = (
  events: EventSet,
  field: string,
  patterns: readonly Pattern[],
): EventSet | null => replace(events, field, exclude(valuesIn(events, field), patterns));

/** How many comparisons it takes, about, to apply a selection to a set. */
export const costOf = (events: EventSet, selection: Selection): number =>
  selection.reduce(
    (cost, { field, oneOf, noneOf }) =>
      cost + (oneOf.length + noneOf.length) * (1 + sizeOf(valuesIn(events, field))),
    1,
  );

const replace = (events: EventSet, field: string, values: ValueSet): EventSet | null =>
  isEmpty(values) ? null : new Map(events).set(field, values);

/**
 * A data event names all resources it touched: the copy of an object names two. What is taken must be right however
 * CloudTrail looks at them, so one resource that is excluded leaves the event out.
 */
const holdsSeveral = (field: string): boolean => field.startsWith('resources.');
