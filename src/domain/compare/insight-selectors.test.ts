import { describe, expect, test } from 'vitest';
import type { InsightSelector } from '../parts.ts';
import { compareInsightSelectors } from './insight-selectors.ts';

const insight = (InsightType: string, ...EventCategories: readonly string[]): InsightSelector => ({
  InsightType,
  ...(EventCategories.length > 0 && { EventCategories }),
});
const told = (expected: readonly InsightSelector[], actual: readonly InsightSelector[]) =>
  compareInsightSelectors(expected, actual).map((drift) => `${drift.class} ${drift.path}: ${drift.evidence}`);

describe('compareInsightSelectors', () => {
  test('a type that is off is weaker, one more is stronger', () => {
    expect(told([insight('ApiCallRateInsight')], [insight('ApiErrorRateInsight')])).toEqual([
      'weaker insightSelectors.ApiCallRateInsight: management events are not analysed',
      'stronger insightSelectors.ApiErrorRateInsight: management events are analysed too',
    ]);
  });

  test('each category of events counts, and their order does not', () => {
    const both = insight('ApiCallRateInsight', 'Management', 'Data');
    expect(told([both], [insight('ApiCallRateInsight', 'Data', 'Management')])).toEqual([]);
    expect(told([both], [insight('ApiCallRateInsight', 'Management')])).toEqual([
      'weaker insightSelectors.ApiCallRateInsight: data events are not analysed',
    ]);
    expect(told([insight('ApiCallRateInsight')], [insight('ApiCallRateInsight', 'Data')])).toEqual([
      'weaker insightSelectors.ApiCallRateInsight: management events are not analysed',
      'stronger insightSelectors.ApiCallRateInsight: data events are analysed too',
    ]);
  });

  test('categories that the loaded SDK does not tell are unread, not gone', () => {
    expect(told([insight('ApiCallRateInsight', 'Data')], [insight('ApiCallRateInsight')])).toEqual([]);
  });
});
