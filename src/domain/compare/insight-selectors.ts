import type { Drift } from '../drift.ts';
import type { InsightSelector } from '../parts.ts';

/**
 * Compares Insights by type and category of events. Untold categories mean management events, but an older SDK leaves them out
 * whatever they are: then only the types can be compared.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_InsightSelector.html
 */
export function compareInsightSelectors(
  expected: readonly InsightSelector[],
  actual: readonly InsightSelector[],
): readonly Drift[] {
  const types = [...expected, ...actual].map(({ InsightType }) => InsightType);
  return [...new Set(types)]
    .sort()
    .flatMap((type) => compareType(type, find(type, expected), find(type, actual)));
}

const find = (type: string, selectors: readonly InsightSelector[]): InsightSelector | undefined =>
  selectors.find(({ InsightType }) => InsightType === type);

function compareType(
  type: string,
  expected: InsightSelector | undefined,
  actual: InsightSelector | undefined,
): readonly Drift[] {
  const [wanted, analysed] = [categoriesOf(expected), categoriesOf(actual)];
  if (expected && actual && !actual.EventCategories) return [];
  const difference = { path: `insightSelectors.${type}`, expected: wanted, actual: analysed } as const;
  const lost = missing(wanted, analysed);
  const gained = missing(analysed, wanted);
  const events = (categories: readonly string[]) => `${categories.join(' and ').toLowerCase()} events`;
  return [
    ...(lost.length > 0
      ? [{ ...difference, class: 'weaker', evidence: `${events(lost)} are not analysed` } as const]
      : []),
    ...(gained.length > 0
      ? [{ ...difference, class: 'stronger', evidence: `${events(gained)} are analysed too` } as const]
      : []),
  ];
}

/** Null: Insights of that type are off. */
const categoriesOf = (selector: InsightSelector | undefined): readonly string[] | null =>
  selector ? [...(selector.EventCategories ?? ['Management'])].sort() : null;

const missing = (wanted: readonly string[] | null, given: readonly string[] | null): readonly string[] =>
  (wanted ?? []).filter((category) => !given?.includes(category));
