import { unsupported } from '../../endpoint/unsupported.ts';
import type { Point, StoredMetric } from './store.ts';

const STATISTICS = new Map<string, (points: readonly Point[]) => number>([
  ['SampleCount', (points) => sum(points.map(({ sampleCount }) => sampleCount))],
  ['Sum', (points) => sum(points.map((point) => point.sum))],
  [
    'Average',
    (points) => sum(points.map((point) => point.sum)) / sum(points.map(({ sampleCount }) => sampleCount)),
  ],
  ['Minimum', (points) => Math.min(...points.map(({ minimum }) => minimum))],
  ['Maximum', (points) => Math.max(...points.map(({ maximum }) => maximum))],
]);

/** @throws ServiceError for percentiles and the like, which are not served */
export function statisticNamed(name: string | undefined): (points: readonly Point[]) => number {
  const statistic = STATISTICS.get(name ?? '');
  if (!statistic) throw unsupported(`the statistic ${name}`);
  return statistic;
}

interface Range {
  readonly from: number;
  /** Not itself in the range. */
  readonly to: number;
  readonly unit?: string | undefined;
}

/** The points of a metric in a range, and of one unit if that is asked for. */
export const pointsWithin = (metric: StoredMetric | undefined, { from, to, unit }: Range): Point[] =>
  metric?.points.filter(
    (point) => point.at >= from && point.at < to && (unit === undefined || (point.unit ?? 'None') === unit),
  ) ?? [];

/** The points of a range by the start of the period each belongs to; periods without any are left out. */
export function pointsByPeriod(metric: StoredMetric | undefined, range: Range, periodMs: number) {
  const start = range.from - (range.from % periodMs);
  const points = pointsWithin(metric, { ...range, from: start });
  return [...Map.groupBy(points, ({ at }) => at - (at % periodMs))].sort(([a], [b]) => a - b);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
