import type { Drift } from '../drift.ts';
import type { EventSelectors } from '../parts.ts';
import { advancedForm } from './selectors/advanced-form.ts';
import { type Gap, type GapPath, gapsBetween } from './selectors/gaps.ts';
import { findManagementGaps } from './selectors/management-gaps.ts';
import { selectionsOf } from './selectors/selection.ts';

export { recordsManagementWrites, recordsSomething } from './selectors/recorded.ts';

/**
 * Compares selectors by what they record, however it is written. Weaker is also what could not be proven to be recorded still.
 * At the same path events may be lost and others gained.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
 */
export function compareEventSelectors(expected: EventSelectors, actual: EventSelectors): readonly Drift[] {
  // The same text means the same, also where working that out would take too long.
  if (JSON.stringify(expected) === JSON.stringify(actual)) return [];
  const [before, after] = [selectionsOf(expected), selectionsOf(actual)];
  const drifts = (gaps: readonly Gap[], judge: (gaps: readonly Gap[]) => Verdict) =>
    [...Map.groupBy(gaps, ({ path }) => path)].map(([path, list]) => ({
      path: `eventSelectors.${path}` as const,
      expected: describe(expected, path),
      actual: describe(actual, path),
      ...judge(list),
    }));
  const gaps = gapsBetween(before, after);
  const isReplaced =
    expected.EventSelectors && actual.AdvancedEventSelectors && gaps.some(({ isCertain }) => isCertain);
  return [
    ...drifts(gaps, lost),
    ...(isReplaced ? [replaced(expected)] : []),
    ...drifts(gapsBetween(after, before), gained),
  ];
}

/** Basic selectors go without a word when advanced ones are put. */
const replaced = ({ EventSelectors }: EventSelectors): Drift => ({
  path: 'eventSelectors.EventSelectors',
  expected: EventSelectors,
  actual: null,
  class: 'weaker',
  evidence: 'advanced event selectors stand in the place of all of them, and record less',
});

type Verdict = Pick<Drift, 'class' | 'evidence'>;

const lost = (gaps: readonly Gap[]): Verdict => ({
  class: 'weaker',
  evidence: gaps.some(({ isCertain }) => isCertain)
    ? `${eventsOf(gaps.filter(({ isCertain }) => isCertain))} are not recorded`
    : `it could not be proven that all ${eventsOf(gaps)} are still recorded`,
});

const gained = (gaps: readonly Gap[]): Verdict =>
  gaps.some(({ isCertain }) => isCertain)
    ? {
        class: 'stronger',
        evidence: `${eventsOf(gaps.filter(({ isCertain }) => isCertain))} are recorded too`,
      }
    : {
        class: 'different',
        evidence: `it could not be worked out whether more ${eventsOf(gaps)} are recorded`,
      };

const MOST_NAMED = 3;

function eventsOf(gaps: readonly Gap[]): string {
  const names = [...new Set(gaps.map(({ what }) => what))];
  return (
    names.slice(0, MOST_NAMED).join(', ') +
    (names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '')
  );
}

/** What selectors say at a path, side by side with the other: whether, without which services, or which selectors. */
function describe(selectors: EventSelectors, path: GapPath): unknown {
  const { unrecorded, sources } = findManagementGaps(EVERY_MANAGEMENT_EVENT, selectionsOf(selectors));
  if (path === 'management') return unrecorded.length === 0;
  if (path === 'management.write') return !unrecorded.includes('write');
  if (path === 'management.read') return !unrecorded.includes('read');
  if (path === 'management.sources') return { without: [...sources.keys()] };
  const category = CATEGORY_OF[path];
  return advancedForm(selectors).filter(({ FieldSelectors }) =>
    FieldSelectors.some(
      ({ Field, Equals }) => Field === 'eventCategory' && (!category || Equals?.includes(category)),
    ),
  );
}

const EVERY_MANAGEMENT_EVENT = selectionsOf({
  AdvancedEventSelectors: [
    { Name: null, FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
  ],
});

const CATEGORY_OF: Readonly<Partial<Record<GapPath, string>>> = {
  'management.filter': 'Management',
  data: 'Data',
  networkActivity: 'NetworkActivity',
};
