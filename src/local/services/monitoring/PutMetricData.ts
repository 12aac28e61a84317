import type { MetricDatum, PutMetricDataInput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { dimensionsFrom } from './dimensions.ts';
import { invalidValue, missing } from './invalid.ts';
import { recordPoint } from './metrics.ts';
import type { Point } from './store.ts';

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
const MAX_DATA = 1000;
const HOUR_MS = 3_600_000;
const MAX_AGE_MS = 14 * 24 * HOUR_MS;
const MAX_AHEAD_MS = 2 * HOUR_MS;

export const PutMetricData: Operation<PutMetricDataInput, void> = (input, { world, accountId, region }) => {
  refuseUnsupported(input, 'EntityMetricData');
  const { Namespace: namespace = '', MetricData = [] } = input;
  if (!/^[^:].{0,254}$/.test(namespace)) throw invalidValue('The parameter Namespace is not valid.');
  if (namespace.startsWith('AWS/')) {
    throw invalidValue(`The value ${namespace} for parameter Namespace is invalid: AWS/ is reserved.`);
  }
  if (MetricData.length === 0 || MetricData.length > MAX_DATA) {
    throw invalidValue(`The collection MetricData must have a size between 1 and ${MAX_DATA}.`);
  }
  const points = MetricData.flatMap((datum) => {
    const name = { namespace, name: nameOf(datum), dimensions: dimensionsFrom(datum.Dimensions) };
    return pointsIn(datum, world.clock.now()).map((point) => ({ name, point }));
  });
  for (const { name, point } of points) recordPoint(world, accountId, region, name, point);
};

function nameOf({ MetricName }: MetricDatum): string {
  if (!MetricName) throw missing('MetricData.member.1.MetricName');
  return MetricName;
}

function pointsIn(datum: MetricDatum, now: number): Point[] {
  const at = datum.Timestamp?.getTime() ?? now;
  if (at < now - MAX_AGE_MS || at > now + MAX_AHEAD_MS) {
    throw invalidValue('A timestamp must be within two weeks before and two hours after now.');
  }
  const unit = datum.Unit;
  const { StatisticValues: set, Value } = datum;
  if (set) {
    const { SampleCount = 0, Sum = 0, Minimum = 0, Maximum = 0 } = set;
    return [{ at, sampleCount: SampleCount, sum: Sum, minimum: Minimum, maximum: Maximum, unit }];
  }
  const values = Value === undefined ? (datum.Values ?? []) : [Value];
  if (values.length === 0) throw missing('MetricData.member.1.Value');
  return values.map((value, i) => pointOf(value, datum.Counts?.[i] ?? 1, { at, unit }));
}

function pointOf(value: number, count: number, when: Pick<Point, 'at' | 'unit'>): Point {
  if (!Number.isFinite(value))
    throw invalidValue(`The value ${value} for parameter MetricData.Value is invalid.`);
  return { ...when, sampleCount: count, sum: value * count, minimum: value, maximum: value };
}
