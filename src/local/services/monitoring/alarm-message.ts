import type { Change } from './change-state.ts';

/** SNS takes subjects of less than 100 characters. */
const MAX_SUBJECT = 99;

export const alarmSubject = ({ alarm, region }: Change): string =>
  `${alarm.state}: "${alarm.name}" in ${region}`.slice(0, MAX_SUBJECT);

/** What CloudWatch tells a topic about an alarm. */
export function alarmMessage({ alarm, previous, accountId, region }: Change): string {
  const { input, metric, ...settings } = alarm.settings;
  return JSON.stringify({
    AlarmName: alarm.name,
    AlarmDescription: input.AlarmDescription ?? null,
    AWSAccountId: accountId,
    AlarmConfigurationUpdatedTimestamp: alarmTime(alarm.configuredAt),
    NewStateValue: alarm.state,
    NewStateReason: alarm.stateReason,
    StateChangeTime: alarmTime(alarm.stateChangedAt),
    Region: region,
    AlarmArn: alarm.arn,
    OldStateValue: previous.state,
    OKActions: input.OKActions ?? [],
    AlarmActions: input.AlarmActions ?? [],
    InsufficientDataActions: input.InsufficientDataActions ?? [],
    Trigger: {
      MetricName: metric.name,
      Namespace: metric.namespace,
      StatisticType: 'Statistic',
      Statistic: settings.statistic.toUpperCase(),
      Unit: settings.unit ?? null,
      Dimensions: [...metric.dimensions].map(([name, value]) => ({ value, name })),
      Period: settings.periodSeconds,
      EvaluationPeriods: settings.evaluationPeriods,
      DatapointsToAlarm: settings.datapointsToAlarm,
      ComparisonOperator: settings.comparisonOperator,
      Threshold: settings.threshold,
      TreatMissingData: settings.missingData,
    },
  });
}

/** CloudWatch writes `+0000` where ISO 8601 has `Z`. */
export const alarmTime = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');
