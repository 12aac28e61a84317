import { canonicalObject } from '../canonical/json-value.ts';
import type { Drift } from '../drift.ts';
import type { JsonObject } from '../json.ts';
import type { MetricAlarm, PartValues } from '../parts.ts';

type Alarms = PartValues['logGroup.alarms'];

/**
 * Alarms tell people what the metric filters count. One that is gone, tells fewer of them, or decides otherwise when to tell is a loss. No
 * other threshold is a gain: actions are taken when the state changes, so an alarm that is always in alarm tells nothing either.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html
 */
export function compareAlarms(expected: Alarms, actual: Alarms): readonly Drift[] {
  const found = byName(actual);
  const wanted = byName(expected);
  return [
    ...expected.flatMap((alarm) => compareAlarm(alarm, found.get(alarm.AlarmName))),
    ...actual
      .filter(({ AlarmName }) => !wanted.has(AlarmName))
      .map((alarm): Drift => ({ path: pathOf(alarm), expected: null, actual: alarm, class: 'stronger' })),
  ];
}

const byName = (alarms: Alarms): ReadonlyMap<string, MetricAlarm> =>
  new Map(alarms.map((alarm) => [alarm.AlarmName, alarm]));

const pathOf = ({ AlarmName }: MetricAlarm) => `logGroup.alarms.${AlarmName}` as const;

function compareAlarm(expected: MetricAlarm, actual: MetricAlarm | undefined): readonly Drift[] {
  const path = pathOf(expected);
  if (!actual)
    return [{ path, expected, actual: null, class: 'weaker', evidence: 'there is no such alarm any more' }];
  const losses = [...lostActions(expected, actual), ...changedSettings(expected, actual)];
  if (losses.length > 0) return [{ path, expected, actual, class: 'weaker', evidence: losses.join('; ') }];
  const isMore = lostActions(actual, expected).length > 0;
  return isMore ? [{ path, expected, actual, class: 'stronger' }] : [];
}

/** Whom it tells that something is over takes nothing from whom it tells that something is. */
const TELLING = ['AlarmActions', 'InsufficientDataActions'] as const;

function lostActions(expected: MetricAlarm, actual: MetricAlarm): readonly string[] {
  const isOff = expected.ActionsEnabled && !actual.ActionsEnabled;
  const lost = TELLING.flatMap((list) =>
    actionsIn(expected, list)
      .filter((action) => !actionsIn(actual, list).includes(action))
      .map((action) => `${action} is not among its ${list} any more`),
  );
  return [...(isOff ? ['its actions are turned off'] : []), ...lost];
}

const actionsIn = (alarm: MetricAlarm, list: (typeof TELLING)[number]): readonly unknown[] => {
  const actions = alarm[list];
  return Array.isArray(actions) ? actions : [];
};

/** What says something to people, and nothing about when. */
const NOT_DECISIVE: ReadonlySet<string> = new Set([
  'ActionsEnabled',
  ...TELLING,
  'OKActions',
  'AlarmDescription',
  'ActionConfiguration',
]);

function changedSettings(expected: MetricAlarm, actual: MetricAlarm): readonly string[] {
  const [wanted, found] = [withDefaults(expected), withDefaults(actual)];
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])]
    .filter((name) => !NOT_DECISIVE.has(name) && textOf(wanted[name]) !== textOf(found[name]))
    .map((name) => `${name} is ${textOf(found[name])}, must be ${textOf(wanted[name])}`);
}

/** What is left at its default may be told or left out. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
const withDefaults = (alarm: MetricAlarm): JsonObject => ({
  DatapointsToAlarm: alarm.EvaluationPeriods,
  EvaluateLowSampleCountPercentile: 'evaluate',
  EvaluationWindow: { SlidingWindow: {} },
  TreatMissingData: 'missing',
  ...alarm,
});

const textOf = (value: unknown): string =>
  value === undefined ? 'not set' : JSON.stringify(canonicalObject({ value }).value);
