import type { CompositeAlarm as CompositeView, MetricAlarm as MetricView } from '@aws-sdk/client-cloudwatch';
import type { Alarm, CompositeAlarm, MetricAlarm } from './store.ts';

export function describedMetricAlarm(alarm: MetricAlarm): MetricView {
  const { Tags: _, ...input } = alarm.settings.input;
  return { ...input, ...stateOf(alarm), Dimensions: input.Dimensions ?? [] };
}

export function describedComposite(alarm: CompositeAlarm): CompositeView {
  const { Tags: _, ...input } = alarm.settings.input;
  return {
    ...input,
    ...stateOf(alarm),
    ...(alarm.suppressedBy && {
      ActionsSuppressedBy: alarm.suppressedBy,
      ActionsSuppressedReason: `Actions suppressed by ${alarm.suppressedBy}`,
    }),
  };
}

const stateOf = (alarm: Alarm) => ({
  AlarmArn: alarm.arn,
  ActionsEnabled: alarm.settings.isActionsEnabled,
  AlarmConfigurationUpdatedTimestamp: new Date(alarm.configuredAt),
  OKActions: alarm.settings.input.OKActions ?? [],
  AlarmActions: alarm.settings.input.AlarmActions ?? [],
  InsufficientDataActions: alarm.settings.input.InsufficientDataActions ?? [],
  StateValue: alarm.state,
  StateReason: alarm.stateReason,
  StateReasonData: alarm.stateReasonData,
  StateUpdatedTimestamp: new Date(alarm.stateChangedAt),
  StateTransitionedTimestamp: new Date(alarm.stateChangedAt),
});
