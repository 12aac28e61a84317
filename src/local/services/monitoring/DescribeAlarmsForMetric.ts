import type { DescribeAlarmsForMetricInput, DescribeAlarmsForMetricOutput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { describedMetricAlarm } from './describe-alarm.ts';
import { dimensionsFrom } from './dimensions.ts';
import { isSameMetric } from './metrics.ts';
import { alarmsOf } from './store.ts';

/** The metric alarms of exactly this metric. */
export const DescribeAlarmsForMetric: Operation<
  DescribeAlarmsForMetricInput,
  DescribeAlarmsForMetricOutput
> = (input, call) => {
  refuseUnsupported(input, 'ExtendedStatistic');
  const { Namespace = '', MetricName = '', Statistic, Period, Unit } = input;
  const wanted = { namespace: Namespace, name: MetricName, dimensions: dimensionsFrom(input.Dimensions) };
  const MetricAlarms = [...alarmsOf(call.world, call.accountId, call.region).values()]
    .filter((alarm) => alarm.kind === 'metric')
    .filter(({ settings }) => isSameMetric(settings.metric, wanted))
    .filter(
      ({ settings }) =>
        (Statistic ?? settings.statistic) === settings.statistic &&
        (Period ?? settings.periodSeconds) === settings.periodSeconds &&
        (Unit ?? settings.unit) === settings.unit,
    );
  return { MetricAlarms: MetricAlarms.map(describedMetricAlarm) };
};
