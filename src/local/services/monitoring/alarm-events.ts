import type { World } from '../../endpoint/world.ts';
import { putOnBus } from '../events/bus.ts';
import { configurationOf, observedBy } from './alarm-configuration.ts';
import { alarmTime } from './alarm-message.ts';
import type { Change } from './change-state.ts';
import type { Alarm } from './store.ts';

// What CloudWatch tells EventBridge by itself: no trail is needed for it.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html

export function tellStateChange(world: World, { alarm, previous }: Change): void {
  tell(world, alarm, 'CloudWatch Alarm State Change', {
    alarmName: alarm.name,
    state: {
      ...suppressionOf(alarm),
      value: alarm.state,
      reason: alarm.stateReason,
      ...(alarm.stateReasonData !== undefined && { reasonData: alarm.stateReasonData }),
      timestamp: alarmTime(alarm.stateChangedAt),
    },
    previousState: {
      value: previous.state,
      reason: previous.stateReason,
      ...(previous.stateReasonData !== undefined && { reasonData: previous.stateReasonData }),
      timestamp: alarmTime(previous.stateChangedAt),
    },
    configuration: observedBy(alarm),
  });
}

type Configuration = ReturnType<typeof configurationOf>;

/** @param previous what was configured before an update */
export function tellConfigurationChange(
  world: World,
  alarm: Alarm,
  operation: 'create' | 'update' | 'delete',
  previous?: Configuration,
): void {
  tell(world, alarm, 'CloudWatch Alarm Configuration Change', {
    alarmName: alarm.name,
    operation,
    state: { ...suppressionOf(alarm), value: alarm.state, timestamp: alarmTime(alarm.stateChangedAt) },
    configuration: configurationOf(alarm),
    ...(previous && { previousConfiguration: previous }),
  });
}

const suppressionOf = (alarm: Alarm) =>
  alarm.kind === 'composite' && alarm.suppressedBy
    ? {
        actionsSuppressedBy: alarm.suppressedBy,
        actionsSuppressedReason: `Actions suppressed by ${alarm.suppressedBy}`,
      }
    : {};

function tell(
  world: World,
  { arn }: Alarm,
  detailType: string,
  detail: Readonly<Record<string, unknown>>,
): void {
  const [, , , region = '', accountId = ''] = arn.split(':');
  putOnBus(world, accountId, region, {
    'detail-type': detailType,
    source: 'aws.cloudwatch',
    account: accountId,
    time: `${new Date(world.clock.now()).toISOString().slice(0, 19)}Z`,
    region,
    resources: [arn],
    detail,
  });
}
