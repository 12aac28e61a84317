import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSelectorGaps } from './event-selectors.ts';

const NO_GAPS = { unrecorded: [], excludedSources: [], filteredBy: [] };
const gapsOf = (request: Record<string, unknown>) => readSelectorGaps({ request, response: null });

const SOURCES = ['kms.amazonaws.com', 'rdsdata.amazonaws.com'];
const sources = fc.subarray(SOURCES);
const selectors = fc.array(
  fc.record({ mgmt: fc.boolean(), kind: fc.constantFrom('All', 'ReadOnly', 'WriteOnly'), excluded: sources }),
  { maxLength: 5 },
);
type Selectors = typeof selectors extends fc.Arbitrary<infer T> ? T : never;

const asBasic = (list: Selectors) => ({
  eventSelectors: list.map(({ mgmt, kind, excluded }) => ({
    readWriteType: kind,
    includeManagementEvents: mgmt,
    excludeManagementEventSources: excluded,
  })),
});
const asAdvanced = (list: Selectors) => ({
  advancedEventSelectors: list.map(({ mgmt, kind, excluded }) => ({
    fieldSelectors: [
      { field: 'eventCategory', equals: [mgmt ? 'Management' : 'Data'] },
      ...(kind === 'All' ? [] : [{ field: 'readOnly', equals: [String(kind === 'ReadOnly')] }]),
      ...(excluded.length > 0 ? [{ field: 'eventSource', notEquals: excluded }] : []),
    ],
  })),
});

/** The definition, taken literally: an event is recorded when any selector takes it. */
function recordedBy(list: Selectors, kind: 'ReadOnly' | 'WriteOnly', source: string): boolean {
  return list.some(
    (selector) =>
      selector.mgmt &&
      (selector.kind === 'All' || selector.kind === kind) &&
      !selector.excluded.includes(source),
  );
}

describe('readSelectorGaps', () => {
  test('says exactly what no selector takes, for basic and advanced selectors alike', () => {
    fc.assert(
      fc.property(selectors, fc.constantFrom(asBasic, asAdvanced), (list, write) => {
        const gaps = gapsOf(write(list));
        const kinds = [
          ['read', 'ReadOnly'],
          ['write', 'WriteOnly'],
        ] as const;
        const whole = kinds.filter(([, kind]) => !recordedBy(list, kind, 's3.amazonaws.com'));
        expect(gaps.unrecorded).toEqual(whole.map(([name]) => name));
        const left = SOURCES.filter((source) =>
          kinds.some((kind) => !whole.includes(kind) && !recordedBy(list, kind[1], source)),
        );
        expect([...gaps.excludedSources].sort()).toEqual(left.sort());
        expect(gaps.filteredBy).toEqual([]);
      }),
    );
  });

  test('a filter that is not known counts only when no selector without one takes the kind', () => {
    const filtered = {
      fieldSelectors: [
        { field: 'eventCategory', equals: ['Management'] },
        { field: 'eventName', notEquals: ['StopLogging'] },
      ],
    };
    const whole = { fieldSelectors: [{ field: 'eventCategory', equals: ['Management'] }] };
    expect(gapsOf({ advancedEventSelectors: [filtered] })).toEqual({ ...NO_GAPS, filteredBy: ['eventName'] });
    expect(gapsOf({ advancedEventSelectors: [filtered, whole] })).toEqual(NO_GAPS);
  });

  test('absent selectors say nothing, an empty list takes nothing', () => {
    expect(gapsOf({ trailName: 'main' })).toEqual(NO_GAPS);
    expect(readSelectorGaps({ request: null, response: null })).toEqual(NO_GAPS);
    expect(gapsOf({ eventSelectors: [] }).unrecorded).toEqual(['read', 'write']);
  });

  test('the response is read when the request is not recorded', () => {
    const response = { eventSelectors: [{ includeManagementEvents: false }] };
    expect(readSelectorGaps({ request: null, response }).unrecorded).toEqual(['read', 'write']);
    expect(readSelectorGaps({ request: { eventSelectors: [{}] }, response })).toEqual(NO_GAPS);
  });

  test('whatever JSON comes in, nothing is thrown', () => {
    const list = fc.array(
      fc.oneof(
        fc.jsonValue(),
        fc.dictionary(
          fc.constantFrom('fieldSelectors', 'readWriteType', 'excludeManagementEventSources'),
          fc.jsonValue(),
        ),
      ),
    );
    fc.assert(
      fc.property(list, list, (a, b) => void gapsOf({ eventSelectors: a, advancedEventSelectors: b })),
    );
  });
});
