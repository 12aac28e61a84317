import type { ComparisonOperator, StateValue } from '@aws-sdk/client-cloudwatch';
import { unsupported } from '../../endpoint/unsupported.ts';
import type { AlarmSettings } from './alarm-settings.ts';

export interface Judgement {
  readonly state: StateValue;
  readonly reason: string;
}

/**
 * What an alarm makes of its latest periods.
 * @param values newest last; undefined for a period without data
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 * @returns undefined when the state stays as it is
 */
export function judge(
  settings: AlarmSettings,
  values: readonly (number | undefined)[],
): Judgement | undefined {
  const given = values.filter((value) => value !== undefined);
  if (given.length === 0 && settings.missingData === 'ignore') return undefined;
  if (given.length === 0 && settings.missingData === 'missing') {
    return {
      state: 'INSUFFICIENT_DATA',
      reason: `Insufficient Data: ${values.length} datapoints were unknown.`,
    };
  }
  const breaches = breachTest(settings);
  const fill = settings.missingData === 'breaching';
  const breaching = values.filter((value) => (value === undefined ? fill : breaches(value))).length;
  const state = breaching >= settings.datapointsToAlarm ? 'ALARM' : 'OK';
  return { state, reason: reasonFor(state, breaching, given, settings) };
}

const COMPARISONS = new Map<ComparisonOperator, (value: number, threshold: number) => boolean>([
  ['GreaterThanThreshold', (value, threshold) => value > threshold],
  ['GreaterThanOrEqualToThreshold', (value, threshold) => value >= threshold],
  ['LessThanThreshold', (value, threshold) => value < threshold],
  ['LessThanOrEqualToThreshold', (value, threshold) => value <= threshold],
]);

export function breachTest({ comparisonOperator, threshold }: AlarmSettings): (value: number) => boolean {
  const compare = COMPARISONS.get(comparisonOperator);
  if (!compare) throw unsupported(`the comparison operator ${comparisonOperator}`);
  return (value) => compare(value, threshold);
}

function reasonFor(
  state: StateValue,
  breaching: number,
  given: readonly number[],
  settings: AlarmSettings,
): string {
  const { evaluationPeriods, datapointsToAlarm, threshold, comparisonOperator } = settings;
  const verdict = state === 'ALARM' ? 'Threshold Crossed' : 'Threshold not crossed';
  const how = comparisonOperator.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return `${verdict}: ${breaching} out of the last ${evaluationPeriods} datapoints (known: ${given.join(', ') || 'none'}) was ${how} ${threshold} (minimum ${datapointsToAlarm} for OK -> ALARM transition).`;
}
