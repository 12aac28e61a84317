import type { ComparisonOperator, PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { dimensionsFrom } from './dimensions.ts';
import { missing, validation } from './invalid.ts';
import type { MetricName } from './metrics.ts';
import { checkPeriod } from './period.ts';
import { statisticNamed } from './statistics.ts';

const MISSING_DATA = ['missing', 'notBreaching', 'breaching', 'ignore'] as const;
type MissingData = (typeof MISSING_DATA)[number];

/** What PutMetricAlarm asked for, checked and with its defaults. */
export interface AlarmSettings {
  readonly metric: MetricName;
  readonly statistic: string;
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparisonOperator: ComparisonOperator;
  readonly missingData: MissingData;
  readonly unit: string | undefined;
  /** The request itself, which DescribeAlarms gives back. */
  readonly input: PutMetricAlarmInput;
  isActionsEnabled: boolean;
}

const MAX_SPAN_SECONDS = 24 * 3600;
const MAX_SPAN_OF_LONG_PERIODS_SECONDS = 7 * 24 * 3600;

/** @throws ServiceError `ValidationError`, `MissingParameter` */
export function alarmSettings(input: PutMetricAlarmInput): AlarmSettings {
  refuse(input);
  const { MetricName, Namespace, Statistic, EvaluationPeriods, Threshold, ComparisonOperator } = input;
  if (!MetricName || !Namespace) throw missing('MetricName and Namespace');
  if (!ComparisonOperator) throw missing('ComparisonOperator');
  if (EvaluationPeriods === undefined || EvaluationPeriods < 1) throw missing('EvaluationPeriods');
  if (Threshold === undefined) throw missing('Threshold');
  statisticNamed(Statistic);
  const periodSeconds = checkPeriod(input.Period);
  checkSpan(periodSeconds, EvaluationPeriods);
  return {
    metric: { namespace: Namespace, name: MetricName, dimensions: dimensionsFrom(input.Dimensions) },
    statistic: Statistic ?? '',
    periodSeconds,
    evaluationPeriods: EvaluationPeriods,
    datapointsToAlarm: datapointsToAlarm(input, EvaluationPeriods),
    threshold: Threshold,
    comparisonOperator: ComparisonOperator,
    missingData: missingDataOf(input),
    unit: input.Unit,
    input,
    isActionsEnabled: input.ActionsEnabled ?? true,
  };
}

function refuse(input: PutMetricAlarmInput): void {
  refuseUnsupported(
    input,
    'Metrics',
    'ThresholdMetricId',
    'ExtendedStatistic',
    'EvaluateLowSampleCountPercentile',
    'EvaluationWindow',
    'WarmUpConfiguration',
    'EvaluationCriteria',
    'EvaluationInterval',
    'ActionConfiguration',
  );
  if (!input.AlarmName) throw missing('AlarmName');
  const actions = [input.OKActions, input.AlarmActions, input.InsufficientDataActions].flat();
  const other = actions.find((action) => action !== undefined && !/^arn:[^:]+:sns:/.test(action));
  if (other) throw unsupported(`the alarm action ${other}`);
}

function checkSpan(periodSeconds: number, evaluationPeriods: number): void {
  const limit = periodSeconds >= 3600 ? MAX_SPAN_OF_LONG_PERIODS_SECONDS : MAX_SPAN_SECONDS;
  if (periodSeconds * evaluationPeriods > limit) {
    throw validation(`Metrics cannot be checked across more than ${limit} seconds.`);
  }
}

function datapointsToAlarm({ DatapointsToAlarm }: PutMetricAlarmInput, evaluationPeriods: number): number {
  const datapoints = DatapointsToAlarm ?? evaluationPeriods;
  if (datapoints >= 1 && datapoints <= evaluationPeriods) return datapoints;
  throw validation('DatapointsToAlarm must be between 1 and EvaluationPeriods.');
}

function missingDataOf({ TreatMissingData = 'missing' }: PutMetricAlarmInput): MissingData {
  const known = MISSING_DATA.find((treatment) => treatment === TreatMissingData);
  if (!known) throw validation(`TreatMissingData must be one of ${MISSING_DATA.join(', ')}.`);
  return known;
}
