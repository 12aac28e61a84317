import type { EventSelectors, FieldSelector } from '../../parts.ts';
import { advancedForm } from './advanced-form.ts';
import type { Condition, Selection } from './event-set.ts';
import { endingWith, exactly, type Pattern, startingWith } from './pattern.ts';

/**
 * What a trail's selectors take, one selection each: an event is recorded when any of them takes it. In an order of its own, so
 * that the order in which selectors and values are written changes nothing.
 */
export function selectionsOf(selectors: EventSelectors): readonly Selection[] {
  const fields = advancedForm(selectors).map(({ FieldSelectors }) => FieldSelectors);
  if (countValues(fields.flat()) > MOST_VALUES) return [];
  return inOrder(fields.map((list) => inOrder(list.flatMap(conditionsOf))));
}

/**
 * CloudTrail takes 500, so no trail has more than that; a request that it refused may.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
 */
const MOST_VALUES = 2000;

const countValues = (fields: readonly FieldSelector[]): number =>
  fields.flatMap(({ Field: _, ...operators }) => Object.values(operators).flat()).length;

/** What an event must be to be taken by a field selector. */
function conditionsOf({ Field, ...operators }: FieldSelector): readonly Condition[] {
  const given = Object.entries(operators).filter(([, values]) => Array.isArray(values) && values.length > 0);
  return [
    known(Field, new Map(given)),
    ...given.filter(([name]) => !isKnown(name)).map(([name, values]) => unknown(Field, name, values)),
  ];
}

/**
 * Of what selects, one has to be met; of what deselects, none may be.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html#filtering-data-events-conditions
 */
function known(field: string, given: ReadonlyMap<string, readonly string[]>): Condition {
  const patterns = (operators: Operators) =>
    inOrder(Object.entries(operators).flatMap(([name, pattern]) => (given.get(name) ?? []).map(pattern)));
  return { field, oneOf: patterns(SELECTING), noneOf: patterns(DESELECTING) };
}

/** An operator that is not known yet is a condition of its own: the same one with the same values means the same. */
const unknown = (field: string, operator: string, values: readonly string[]): Condition => ({
  field: `${field} ${operator} ${JSON.stringify([...values].sort())}`,
  oneOf: [exactly('true')],
  noneOf: [],
});

type Operators = Readonly<Record<string, (value: string) => Pattern>>;
const SELECTING: Operators = { Equals: exactly, StartsWith: startingWith, EndsWith: endingWith };
const DESELECTING: Operators = { NotEquals: exactly, NotStartsWith: startingWith, NotEndsWith: endingWith };

const isKnown = (operator: string) => operator in SELECTING || operator in DESELECTING;

function inOrder<T>(items: readonly T[]): readonly T[] {
  const byText = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
}
