import { canonicalAlarms } from '../../domain/canonical/alarm.ts';
import { withApiNames } from '../../domain/canonical/request.ts';
import { compareAlarms } from '../../domain/compare/log-group-alarms.ts';
import { type Drift, isWeaker } from '../../domain/drift.ts';
import type { JsonObject } from '../../domain/json.ts';
import { findTurnedOff, quote } from '../../domain/request/trail-request.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const alarmMuted: Technique = {
  id: 'cloudwatch.alarm-muted',
  catalogue: ['CT-65'],
  severity: 'high',
  done: 'deleted or muted an alarm',
  subject: 'logGroup',
  calls: [
    {
      eventSource: 'monitoring.amazonaws.com',
      eventNames: [
        'DeleteAlarms',
        'DisableAlarmActions',
        'PutMetricAlarm',
        'PutCompositeAlarm',
        'SetAlarmState',
        'PutAlarmMuteRule',
      ],
    },
  ],
  drift: ['logGroup.alarms'],
  isCauseOf,
  request: findMuting,
  restore: ['PutMetricAlarm', 'EnableAlarmActions'],
  lost: 'What the alarm would have told in that time.',
  toDo: 'Put the alarm back with its threshold and actions, and look at its metric for that time.',
};

function findMuting(request: JsonObject, { eventName }: ApiCall): string | null {
  const { stateValue, actionsSuppressor } = request;
  if (eventName === 'DeleteAlarms') return 'it is deleted';
  if (eventName === 'DisableAlarmActions') return 'its actions are disabled';
  if (eventName === 'PutAlarmMuteRule') return 'a rule mutes it at times';
  if (eventName === 'SetAlarmState')
    return typeof stateValue === 'string' && stateValue !== 'ALARM'
      ? `stateValue is ${quote(stateValue)}`
      : null;
  if (typeof actionsSuppressor === 'string') return `actionsSuppressor is ${quote(actionsSuppressor)}`;
  return findTurnedOff(request, 'actionsEnabled');
}

/** The others leave an alarm as it is set. */
const LASTING: ReadonlySet<string> = new Set(['DeleteAlarms', 'DisableAlarmActions', 'PutMetricAlarm']);

/** Whoever puts one alarm back muted no other. */
function isCauseOf({ eventName, targets, request }: ApiCall, { path, expected }: Drift): boolean {
  const isNamed = targets.some((target) => path === `logGroup.alarms.${target}`);
  if (!isNamed || !LASTING.has(eventName)) return false;
  if (eventName !== 'PutMetricAlarm' || !request) return true;
  const [approved, set] = [expected, withApiNames(request)].map((alarm) => canonicalAlarms([alarm]));
  return isWeaker(compareAlarms(approved ?? [], set ?? []));
}
