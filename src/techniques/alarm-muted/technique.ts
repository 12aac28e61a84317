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
      ],
    },
  ],
  drift: [],
  request: findMuting,
  restore: [],
  lost: 'What the alarm would have told in that time.',
  toDo: 'Put the alarm back with its threshold and actions, and look at its metric for that time.',
};

function findMuting(request: JsonObject, { eventName }: ApiCall): string | null {
  const { stateValue, actionsSuppressor } = request;
  if (eventName === 'DeleteAlarms') return 'it is deleted';
  if (eventName === 'DisableAlarmActions') return 'its actions are disabled';
  if (eventName === 'SetAlarmState')
    return typeof stateValue === 'string' && stateValue !== 'ALARM'
      ? `stateValue is ${quote(stateValue)}`
      : null;
  if (typeof actionsSuppressor === 'string') return `actionsSuppressor is ${quote(actionsSuppressor)}`;
  return findTurnedOff(request, 'actionsEnabled');
}
