import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AdvancedSelector, EventSelectors, FieldSelector } from '../parts.ts';
import { compareEventSelectors, recordsSomething } from './event-selectors.ts';

// The comparison against AWS's definition, taken literally, on every event over a few short texts.
// @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html#filtering-data-events-conditions

/** The values of each field; a field without a value is absent. */
type Event = ReadonlyMap<string, readonly string[]>;

const isRecorded = ({ AdvancedEventSelectors = [] }: EventSelectors, event: Event): boolean =>
  AdvancedEventSelectors.some(({ FieldSelectors }) =>
    FieldSelectors.every((selector) => holds(selector, event)),
  );

function holds(selector: FieldSelector, event: Event): boolean {
  const values = event.get(selector.Field) ?? [];
  const meets = (operator: string, operands: readonly string[]) =>
    values.some((value) => operands.some((operand) => OPERATORS[operator]?.(value, operand)));
  const given = Object.entries(selector).filter(([, operands]) => Array.isArray(operands));
  const selecting = given.filter(([name]) => !name.startsWith('Not'));
  const deselecting = given.filter(([name]) => name.startsWith('Not'));
  return (
    (selecting.length === 0 || selecting.some(([name, operands]) => meets(name, operands))) &&
    !deselecting.some(([name, operands]) => meets(name.slice('Not'.length), operands))
  );
}

const OPERATORS: Readonly<Record<string, (value: string, operand: string) => boolean>> = {
  Equals: (value, operand) => value === operand,
  StartsWith: (value, operand) => value.startsWith(operand),
  EndsWith: (value, operand) => value.endsWith(operand),
};

const TEXTS = ['a', 'ab', 'b'];
/** With a letter that no operand has between a beginning and an end. */
const VALUES = [
  ...TEXTS,
  ...['', ...TEXTS].flatMap((start) => ['', ...TEXTS].map((end) => `${start}z${end}`)),
];
const ONE: readonly (readonly string[])[] = [[], ...VALUES.map((value) => [value])];
/** What an event of several resources may name: a recorded one, and one or two that are excluded. */
const SEVERAL = [
  ...ONE,
  ...VALUES.flatMap((one) =>
    VALUES.flatMap((two) => [
      [one, two],
      [one, two, 'b'],
    ]),
  ),
];

const eventsOver = (fields: Readonly<Record<string, readonly (readonly string[])[]>>): readonly Event[] =>
  Object.entries(fields).reduce<readonly Event[]>(
    (events, [name, values]) =>
      events.flatMap((event) => values.map((value) => new Map(event).set(name, value))),
    [new Map()],
  );

const operator = fc.constantFrom(
  'Equals',
  'StartsWith',
  'EndsWith',
  'NotEquals',
  'NotStartsWith',
  'NotEndsWith',
);
const operands = fc.subarray(TEXTS, { minLength: 1 });
const fieldSelector = (Field: string) =>
  fc
    .dictionary(operator, operands, { minKeys: 1, maxKeys: 3 })
    .map((given) => ({ Field, ...given }) as FieldSelector);
const equals = (Field: string, ...values: readonly string[]) =>
  fc.constantFrom(...values).map((value) => ({ Field, Equals: [value] }));

function selectorsOver(category: string, fields: readonly string[]): fc.Arbitrary<EventSelectors> {
  const optional = [equals('readOnly', 'true', 'false'), ...fields.map(fieldSelector)].map((one) =>
    fc.option(one, { freq: 2 }),
  );
  const selector = fc
    .tuple(equals('eventCategory', category), ...optional)
    .map((given): AdvancedSelector => ({ Name: null, FieldSelectors: given.filter((one) => one !== null) }));
  return fc.array(selector, { maxLength: 3 }).map((list) => ({ AdvancedEventSelectors: list }));
}

const READ_ONLY = [['true'], ['false']];
const worlds = [
  {
    name: 'management events',
    selectors: selectorsOver('Management', ['eventSource', 'eventName']),
    events: eventsOver({
      eventCategory: [['Management']],
      readOnly: READ_ONLY,
      eventSource: ONE,
      eventName: ONE,
    }),
  },
  {
    name: 'data events of one or several resources',
    selectors: selectorsOver('Data', ['resources.ARN']),
    events: eventsOver({ eventCategory: [['Data']], readOnly: READ_ONLY, 'resources.ARN': SEVERAL }),
  },
];

const classesOf = (expected: EventSelectors, actual: EventSelectors) =>
  new Set(compareEventSelectors(expected, actual).map((drift) => drift.class));

const shuffled = (selectors: EventSelectors): fc.Arbitrary<EventSelectors> => {
  const list = selectors.AdvancedEventSelectors ?? [];
  const turned = list.map(({ FieldSelectors }) =>
    fc.shuffledSubarray([...FieldSelectors], { minLength: FieldSelectors.length }),
  );
  return fc
    .tuple(...turned)
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
    .map((all) => ({
      AdvancedEventSelectors: all.map((FieldSelectors) => ({ Name: 'other', FieldSelectors })),
    }));
};

describe.each(worlds)('$name', ({ selectors, events }) => {
  test('weaker is exactly that some event is no longer recorded, stronger that some event is recorded too', () => {
    fc.assert(
      fc.property(selectors, selectors, (expected, actual) => {
        const classes = classesOf(expected, actual);
        const isIn = (one: EventSelectors, other: EventSelectors) =>
          events.some((event) => isRecorded(one, event) && !isRecorded(other, event));
        expect(classes.has('weaker')).toBe(isIn(expected, actual));
        expect(classes.has('stronger')).toBe(isIn(actual, expected));
      }),
      { numRuns: 200 },
    );
  });

  test('order and names change nothing, not even the words', () => {
    const pairs = fc
      .tuple(selectors, selectors)
      .chain(([one, other]) =>
        fc.tuple(fc.constant(one), fc.constant(other), shuffled(one), shuffled(other)),
      );
    fc.assert(
      fc.property(pairs, ([expected, actual, expectedTurned, actualTurned]) => {
        const told = (one: EventSelectors, other: EventSelectors) =>
          compareEventSelectors(one, other).map((drift) => [drift.class, drift.path, drift.evidence]);
        expect(told(expected, expectedTurned)).toEqual([]);
        expect(told(expectedTurned, actualTurned)).toEqual(told(expected, actual));
      }),
    );
  });

  test('something is recorded exactly when some event is', () => {
    fc.assert(
      fc.property(selectors, (any) => {
        expect(recordsSomething(any)).toBe(events.some((event) => isRecorded(any, event)));
      }),
    );
  });
});

test('a kind, a service or a filter: each loss is told where it is', () => {
  const { selectors, events } = worlds[0] as (typeof worlds)[number];
  const any = selectorsOver('Management', ['eventSource']);
  fc.assert(
    fc.property(any, selectors, (expected, actual) => {
      const weaker = compareEventSelectors(expected, actual).filter((drift) => drift.class === 'weaker');
      const paths = new Set(weaker.map(({ path }) => path));
      for (const [kind, readOnly] of [
        ['write', 'false'],
        ['read', 'true'],
      ] as const) {
        const ofKind = events.filter((event) => event.get('readOnly')?.[0] === readOnly);
        const isGone =
          ofKind.some((event) => isRecorded(expected, event)) &&
          !ofKind.some((event) => isRecorded(actual, event));
        const isTold =
          paths.has('eventSelectors.management') || paths.has(`eventSelectors.management.${kind}`);
        expect(isTold).toBe(isGone);
      }
    }),
  );
});

test('selectors made to take for ever are weaker in good time, and say that nothing was proven', () => {
  const holes = Array.from({ length: 9 }, (_, hole) => `hole ${hole}`);
  const pigeons = Array.from({ length: 10 }, (_, pigeon) => `pigeon ${pigeon}`);
  const category = { Field: 'eventCategory', Equals: ['Data'] };
  const somewhere = pigeons.map((Field) => ({ Field, Equals: holes }));
  // Two of ten pigeons are always in the same of nine holes: everything is recorded, but to find out is hard.
  const together = pigeons.flatMap((one, index) =>
    pigeons
      .slice(index + 1)
      .flatMap((other) =>
        holes.map((hole) => [category, { Field: one, Equals: [hole] }, { Field: other, Equals: [hole] }]),
      ),
  );
  const advanced = (...selectors: readonly (readonly FieldSelector[])[]): EventSelectors => ({
    AdvancedEventSelectors: selectors.map((FieldSelectors) => ({ Name: null, FieldSelectors })),
  });
  expect(compareEventSelectors(advanced([category, ...somewhere]), advanced(...together))).toMatchObject([
    { class: 'weaker', evidence: 'it could not be proven that all data events are still recorded' },
    { class: 'stronger' },
  ]);
});
