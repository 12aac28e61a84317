import { parseArn } from '../arn.ts';
import { canonicalObject } from '../canonical/json-value.ts';
import type { Drift } from '../drift.ts';
import type { NamedFilter, PartValues } from '../parts.ts';
import type { ComparedTrail } from './compared-trail.ts';

type FilterPart = 'logGroup.metricFilters' | 'logGroup.subscriptionFilters';
type Filters = PartValues[FilterPart];

/** Alarms look at what these count: one that is gone or matches otherwise is an alarm that stays silent. */
export const compareMetricFilters = (expected: Filters, actual: Filters): readonly Drift[] =>
  compareFilters('logGroup.metricFilters', expected, actual, () => 'different');

/** Others read the events through these. One to another account lets others read them. */
export const compareSubscriptionFilters = (
  expected: Filters,
  actual: Filters,
  { accountId }: ComparedTrail,
): readonly Drift[] =>
  compareFilters('logGroup.subscriptionFilters', expected, actual, ({ destinationArn }) =>
    accountOf(destinationArn) === accountId ? 'different' : 'weaker',
  );

const accountOf = (arn: unknown): string | undefined =>
  typeof arn === 'string' ? parseArn(arn)?.accountId : undefined;

function compareFilters(
  part: FilterPart,
  expected: Filters,
  actual: Filters,
  classOfNew: (filter: NamedFilter) => Drift['class'],
): readonly Drift[] {
  const [wanted, found] = [byName(expected), byName(actual)];
  const changed = [...wanted].filter(([name, filter]) => !isSame(filter, found.get(name)));
  const added = [...found].filter(([name]) => !wanted.has(name));
  return [
    ...changed.map(
      ([name, filter]): Drift => ({
        path: `${part}.${name}`,
        expected: filter,
        actual: found.get(name) ?? null,
        class: 'weaker',
      }),
    ),
    ...added.map(
      ([name, filter]): Drift => ({
        path: `${part}.${name}`,
        expected: null,
        actual: filter,
        class: classOfNew(filter),
      }),
    ),
  ];
}

const byName = (filters: Filters): ReadonlyMap<string, NamedFilter> =>
  new Map(filters.map((filter) => [filter.filterName, filter]));

const isSame = (filter: NamedFilter, other: NamedFilter | undefined): boolean =>
  other !== undefined && textOf(filter) === textOf(other);

/**
 * What is left at its default may be told or left out.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html
 */
const textOf = (filter: NamedFilter): string =>
  JSON.stringify(canonicalObject({ applyOnTransformedLogs: false, distribution: 'ByLogStream', ...filter }));
