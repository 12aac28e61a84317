import type {
  Datapoint,
  GetMetricStatisticsInput,
  GetMetricStatisticsOutput,
  Statistic,
} from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { dimensionsFrom } from './dimensions.ts';
import { invalidValue, missing } from './invalid.ts';
import { findMetric } from './metrics.ts';
import { checkPeriod } from './period.ts';
import { pointsByPeriod, statisticNamed } from './statistics.ts';
import type { Point } from './store.ts';

const MAX_DATAPOINTS = 1440;

export const GetMetricStatistics: Operation<GetMetricStatisticsInput, GetMetricStatisticsOutput> = (
  input,
  { world, accountId, region },
) => {
  refuseUnsupported(input, 'ExtendedStatistics');
  const { Namespace = '', MetricName = '', StartTime, EndTime, Period, Statistics = [], Unit } = input;
  if (Statistics.length === 0) throw missing('Statistics');
  if (!StartTime || !EndTime || StartTime >= EndTime) {
    throw invalidValue('The parameter StartTime must be less than the parameter EndTime.');
  }
  const periodMs = checkPeriod(Period) * 1000;
  const from = StartTime.getTime();
  const to = EndTime.getTime();
  if ((to - from) / periodMs > MAX_DATAPOINTS) {
    throw invalidValue(`The range has more than ${MAX_DATAPOINTS} datapoints of this period.`);
  }
  const name = { namespace: Namespace, name: MetricName, dimensions: dimensionsFrom(input.Dimensions) };
  const metric = findMetric(world, accountId, region, name);
  const periods = pointsByPeriod(metric, { from, to, unit: Unit }, periodMs);
  return {
    Label: MetricName,
    Datapoints: periods.map(([at, points]) => datapoint(at, points, Statistics)),
  };
};

const datapoint = (at: number, points: readonly Point[], statistics: readonly Statistic[]): Datapoint => ({
  Timestamp: new Date(at),
  Unit: (points[0]?.unit ?? 'None') as NonNullable<Datapoint['Unit']>,
  ...Object.fromEntries(statistics.map((statistic) => [statistic, statisticNamed(statistic)(points)])),
});
