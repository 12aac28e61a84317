import type { World } from '../../endpoint/world.ts';
import { metricsOf, type Point, type StoredMetric } from './store.ts';

export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: ReadonlyMap<string, string>;
}

interface Datum extends MetricName {
  readonly value: number;
  readonly unit?: string | undefined;
  /** Milliseconds since the epoch. @default now */
  readonly at?: number;
}

/** Records one value of a metric, as AWS services do for their own. */
export function recordMetric(world: World, accountId: string, region: string, datum: Datum): void {
  const { value, unit, at = world.clock.now() } = datum;
  recordPoint(world, accountId, region, datum, {
    at,
    sampleCount: 1,
    sum: value,
    minimum: value,
    maximum: value,
    unit,
  });
}

export function recordPoint(
  world: World,
  accountId: string,
  region: string,
  { namespace, name, dimensions }: MetricName,
  point: Point,
): void {
  const metrics = metricsOf(world, accountId, region);
  const key = keyOf({ namespace, name, dimensions });
  const metric = metrics.get(key) ?? { namespace, name, dimensions, points: [] };
  metrics.set(key, metric);
  metric.points.push(point);
}

/** A metric is its namespace, its name and exactly these dimensions. */
export const findMetric = (
  world: World,
  accountId: string,
  region: string,
  name: MetricName,
): StoredMetric | undefined => metricsOf(world, accountId, region).get(keyOf(name));

const keyOf = ({ namespace, name, dimensions }: MetricName) =>
  JSON.stringify([namespace, name, [...dimensions].sort(([a], [b]) => (a < b ? -1 : 1))]);

export const isSameMetric = (a: MetricName, b: MetricName): boolean => keyOf(a) === keyOf(b);
