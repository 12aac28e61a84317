import type { World } from '../../endpoint/world.ts';
import { mayPublish } from '../sns/policy.ts';
import { publish } from '../sns/publish.ts';
import { alarmMessage, alarmSubject } from './alarm-message.ts';
import type { Change } from './change-state.ts';

const ACTIONS = {
  OK: 'OKActions',
  ALARM: 'AlarmActions',
  INSUFFICIENT_DATA: 'InsufficientDataActions',
} as const;

/** A topic that does not let CloudWatch publish gets nothing, and nobody hears of it. */
export function carryOutActions(world: World, change: Change): void {
  const { alarm } = change;
  const [, , , , accountId = ''] = alarm.arn.split(':');
  if (!alarm.settings.isActionsEnabled) return;
  for (const topicArn of alarm.settings.input[ACTIONS[alarm.state]] ?? []) {
    if (!mayPublish(world, topicArn, 'cloudwatch.amazonaws.com', alarm.arn, accountId)) continue;
    publish(world, topicArn, { Subject: alarmSubject(change), Message: alarmMessage(change) });
  }
}
