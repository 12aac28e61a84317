import { createHash } from 'node:crypto';
import { alarmTime } from './alarm-message.ts';
import type { AlarmSettings } from './alarm-settings.ts';
import type { CompositeSettings } from './composite-settings.ts';
import type { Alarm } from './store.ts';

type Json = Readonly<Record<string, unknown>>;

/** What events tell of an alarm's configuration, as a whole. */
export function configurationOf(alarm: Alarm): Json {
  const { input, isActionsEnabled } = alarm.settings;
  return {
    ...(alarm.kind === 'metric' ? thresholdOf(alarm.settings) : ruleOf(alarm.settings)),
    alarmName: alarm.name,
    ...(input.AlarmDescription !== undefined && { description: input.AlarmDescription }),
    actionsEnabled: isActionsEnabled,
    timestamp: alarmTime(alarm.configuredAt),
    okActions: input.OKActions ?? [],
    alarmActions: input.AlarmActions ?? [],
    insufficientDataActions: input.InsufficientDataActions ?? [],
  };
}

/** What events tell of it when the alarm's state changed. */
export const observedBy = (alarm: Alarm): Json => ({
  description: alarm.settings.input.AlarmDescription ?? '',
  ...(alarm.kind === 'metric' ? { metrics: metricsOf(alarm.settings) } : ruleOf(alarm.settings)),
});

const thresholdOf = (settings: AlarmSettings): Json => ({
  evaluationPeriods: settings.evaluationPeriods,
  ...(settings.input.DatapointsToAlarm !== undefined && { datapointsToAlarm: settings.datapointsToAlarm }),
  threshold: settings.threshold,
  comparisonOperator: settings.comparisonOperator,
  treatMissingData: settings.missingData,
  metrics: metricsOf(settings),
});

const metricsOf = ({ metric, periodSeconds, statistic }: AlarmSettings): readonly Json[] => [
  {
    id: idOf(JSON.stringify([metric.namespace, metric.name, [...metric.dimensions]])),
    metricStat: {
      metric: {
        namespace: metric.namespace,
        name: metric.name,
        dimensions: Object.fromEntries(metric.dimensions),
      },
      period: periodSeconds,
      stat: statistic,
    },
    returnData: true,
  },
];

/** CloudWatch makes the id itself; here the same metric has the same. */
const idOf = (text: string) =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const ruleOf = ({ input }: CompositeSettings): Json => ({
  alarmRule: input.AlarmRule,
  ...(input.ActionsSuppressor && {
    actionsSuppressor: input.ActionsSuppressor,
    actionsSuppressorWaitPeriod: input.ActionsSuppressorWaitPeriod,
    actionsSuppressorExtensionPeriod: input.ActionsSuppressorExtensionPeriod,
  }),
});
