import type { AlarmSettings } from './alarm-settings.ts';
import type { Change } from './change-state.ts';
import type { CompositeAlarm } from './store.ts';

/** SNS takes subjects of less than 100 characters. */
const MAX_SUBJECT = 99;

export const alarmSubject = ({ alarm }: Change): string =>
  `${alarm.state}: "${alarm.name}" in ${alarm.arn.split(':')[3]}`.slice(0, MAX_SUBJECT);

/** What CloudWatch tells a topic about an alarm. */
export function alarmMessage({ alarm, previous }: Change): string {
  const { input } = alarm.settings;
  const [, , , region, accountId] = alarm.arn.split(':');
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
    ...(alarm.kind === 'metric' ? { Trigger: triggerOf(alarm.settings) } : childrenOf(alarm)),
  });
}

const triggerOf = ({ metric, ...settings }: AlarmSettings) => ({
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
});

interface TriggeringAlarms {
  readonly triggeringAlarms?: readonly {
    readonly arn: string;
    readonly state: { readonly value: string; readonly timestamp: string };
  }[];
}

function childrenOf({ settings, stateReasonData }: CompositeAlarm) {
  const { triggeringAlarms = [] }: TriggeringAlarms = JSON.parse(stateReasonData ?? '{}');
  return {
    AlarmRule: settings.input.AlarmRule,
    TriggeringChildren: triggeringAlarms.map(({ arn, state }) => ({
      Arn: arn,
      State: { Value: state.value, Timestamp: state.timestamp },
    })),
  };
}

/** CloudWatch writes `+0000` where ISO 8601 has `Z`. */
export const alarmTime = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');
