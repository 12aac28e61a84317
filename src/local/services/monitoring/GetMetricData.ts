import type { GetMetricDataInput, GetMetricDataOutput, MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { dimensionsFrom } from './dimensions.ts';
import { invalidValue } from './invalid.ts';
import { findMetric } from './metrics.ts';
import { checkPeriod } from './period.ts';
import { pointsByPeriod, statisticNamed } from './statistics.ts';

export const GetMetricData: Operation<GetMetricDataInput, GetMetricDataOutput> = (input, call) => {
  refuseUnsupported(input, 'NextToken', 'MaxDatapoints');
  const from = input.StartTime?.getTime() ?? 0;
  const to = input.EndTime?.getTime() ?? 0;
  if (from >= to) throw invalidValue('The parameter StartTime must be less than the parameter EndTime.');
  const MetricDataResults = (input.MetricDataQueries ?? [])
    .map((query) => ({ query, periods: periodsOf(query, { from, to }, call) }))
    .filter(({ query }) => query.ReturnData ?? true)
    .map(({ query, periods }) => {
      const ordered = input.ScanBy === 'TimestampAscending' ? periods : periods.toReversed();
      return {
        Id: query.Id,
        Label: query.Label ?? query.MetricStat?.Metric?.MetricName,
        Timestamps: ordered.map(({ at }) => new Date(at)),
        Values: ordered.map(({ value }) => value),
        StatusCode: 'Complete' as const,
      };
    });
  return { MetricDataResults };
};

function periodsOf(
  query: MetricDataQuery,
  range: { from: number; to: number },
  { world, accountId, region }: Call,
) {
  refuseUnsupported(query, 'Expression', 'AccountId');
  const { Metric, Period, Stat, Unit } = query.MetricStat ?? {};
  const statistic = statisticNamed(Stat);
  const metric = findMetric(world, accountId, region, {
    namespace: Metric?.Namespace ?? '',
    name: Metric?.MetricName ?? '',
    dimensions: dimensionsFrom(Metric?.Dimensions),
  });
  return pointsByPeriod(metric, { ...range, unit: Unit }, checkPeriod(Period) * 1000).map(([at, points]) => ({
    at,
    value: statistic(points),
  }));
}
