import type { World } from '../../endpoint/world.ts';
import { putOnBus } from '../events/bus.ts';
import { mayPublish } from '../sns/policy.ts';
import { publish } from '../sns/publish.ts';
import { alarmMessage, alarmSubject, alarmTime } from './alarm-message.ts';
import type { Judgement } from './judge.ts';
import type { Alarm } from './store.ts';

export interface Change {
  readonly alarm: Alarm;
  readonly previous: Pick<Alarm, 'state' | 'stateReason' | 'stateChangedAt'>;
  readonly accountId: string;
  readonly region: string;
}

/** Puts an alarm into a state, tells EventBridge, and carries out the actions of that state. */
export function changeState(
  world: World,
  alarm: Alarm,
  { state, reason, reasonData }: Judgement & { readonly reasonData?: string | undefined },
): void {
  const { state: previousState, stateReason, stateChangedAt } = alarm;
  const [, , , region = '', accountId = ''] = alarm.arn.split(':');
  const previous = { state: previousState, stateReason, stateChangedAt };
  Object.assign(alarm, {
    state,
    stateReason: reason,
    stateReasonData: reasonData,
    stateChangedAt: world.clock.now(),
  });
  const change = { alarm, previous, accountId, region };
  putOnBus(world, accountId, region, busEvent(change));
  if (alarm.settings.isActionsEnabled) act(world, change);
}

const ACTIONS = {
  OK: 'OKActions',
  ALARM: 'AlarmActions',
  INSUFFICIENT_DATA: 'InsufficientDataActions',
} as const;

/** A topic that does not let CloudWatch publish gets nothing, and nobody hears of it. */
function act(world: World, change: Change): void {
  const { alarm, accountId } = change;
  for (const topicArn of alarm.settings.input[ACTIONS[alarm.state]] ?? []) {
    if (!mayPublish(world, topicArn, 'cloudwatch.amazonaws.com', alarm.arn, accountId)) continue;
    publish(world, topicArn, { Subject: alarmSubject(change), Message: alarmMessage(change) });
  }
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html */
const busEvent = ({ alarm, previous, accountId, region }: Change) => ({
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: accountId,
  time: `${new Date(alarm.stateChangedAt).toISOString().slice(0, 19)}Z`,
  region,
  resources: [alarm.arn],
  detail: {
    alarmName: alarm.name,
    state: {
      value: alarm.state,
      reason: alarm.stateReason,
      timestamp: alarmTime(alarm.stateChangedAt),
    },
    previousState: {
      value: previous.state,
      reason: previous.stateReason,
      timestamp: alarmTime(previous.stateChangedAt),
    },
    configuration: { description: alarm.settings.input.AlarmDescription ?? '' },
  },
});
