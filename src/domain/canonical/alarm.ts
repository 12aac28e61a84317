import { asJsonObject, type JsonObject } from '../json.ts';
import type { MetricAlarm } from '../parts.ts';
import { flagOf, objectsOf, sortedByContent, textOf, textsOf } from './fields.ts';
import { canonicalObject, canonicalValue } from './json-value.ts';

/**
 * What somebody sets of an alarm: all that PutMetricAlarm takes, but tags, which it takes for a new alarm alone and no description tells.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
const SETTINGS = [
  'AlarmDescription',
  'OKActions',
  'AlarmActions',
  'InsufficientDataActions',
  'MetricName',
  'Namespace',
  'Dimensions',
  'Metrics',
  'Statistic',
  'ExtendedStatistic',
  'Unit',
  'Period',
  'EvaluationPeriods',
  'DatapointsToAlarm',
  'Threshold',
  'ThresholdMetricId',
  'ComparisonOperator',
  'TreatMissingData',
  'EvaluateLowSampleCountPercentile',
  'EvaluationCriteria',
  'EvaluationInterval',
  'EvaluationWindow',
  'WarmUpConfiguration',
  'ActionConfiguration',
] as const;

/** @param alarms `MetricAlarms` of DescribeAlarms or DescribeAlarmsForMetric; what state they are in is left out */
export const canonicalAlarms = (alarms: unknown): readonly MetricAlarm[] =>
  sortedByContent(objectsOf(alarms).map(canonicalAlarm));

function canonicalAlarm(alarm: JsonObject): MetricAlarm {
  const settings = SETTINGS.flatMap((name) => {
    const value = canonicalSetting(name, alarm[name]);
    return isSet(value) ? [[name, value] as const] : [];
  });
  return {
    AlarmName: textOf(alarm.AlarmName),
    ActionsEnabled: flagOf(alarm.ActionsEnabled, true),
    ...Object.fromEntries(settings),
  };
}

function canonicalSetting(name: (typeof SETTINGS)[number], value: unknown): unknown {
  if (name.endsWith('Actions')) return textsOf(value);
  if (name === 'Dimensions' || name === 'Metrics')
    return sortedByContent(objectsOf(value).map(canonicalObject));
  return canonicalValue(value);
}

/** AWS answers empty lists for what was not given. */
const isSet = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Whether nothing but its actions being on or off tells two alarms apart. */
export const isSameButSwitchedOff = (expected: MetricAlarm, actual: unknown): boolean => {
  const [alarm] = canonicalAlarms([{ ...asJsonObject(actual), ActionsEnabled: expected.ActionsEnabled }]);
  return JSON.stringify(alarm) === JSON.stringify(canonicalAlarms([expected])[0]);
};
