import type { World } from '../../endpoint/world.ts';
import { carryOutActions } from './alarm-actions.ts';
import type { Change } from './change-state.ts';
import { alarmsOf, type CompositeAlarm } from './store.ts';

/**
 * Holds the actions of a composite alarm back: while its suppressor is in ALARM, for a while before in case it goes there,
 * and for a while after.
 * @returns false when nothing holds them back
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-suppression.html
 */
export function suppressActions(world: World, alarm: CompositeAlarm, change: Change): boolean {
  const { suppressor } = alarm.settings;
  alarm.stop();
  alarm.suppressedBy = undefined;
  if (!suppressor) return false;
  if (isSuppressing(world, alarm)) alarm.suppressedBy = 'Alarm';
  else if (suppressor.waitSeconds > 0) actLater(world, alarm, change, 'WaitPeriod', suppressor.waitSeconds);
  return alarm.suppressedBy !== undefined;
}

/** What a composite alarm does when its suppressor goes into ALARM, or out of it. */
export function suppressorChanged(world: World, alarm: CompositeAlarm, change: Change): void {
  const { suppressor } = alarm.settings;
  if (!suppressor || alarm.suppressedBy === undefined) return;
  alarm.stop();
  if (isSuppressing(world, alarm)) alarm.suppressedBy = 'Alarm';
  else if (alarm.suppressedBy === 'Alarm') {
    actLater(world, alarm, change, 'ExtensionPeriod', suppressor.extensionSeconds);
  }
}

function actLater(
  world: World,
  alarm: CompositeAlarm,
  change: Change,
  why: NonNullable<CompositeAlarm['suppressedBy']>,
  seconds: number,
): void {
  alarm.suppressedBy = why;
  alarm.stop = world.clock.after(seconds * 1000, () => {
    alarm.suppressedBy = undefined;
    carryOutActions(world, change);
  });
}

function isSuppressing(world: World, { arn, settings }: CompositeAlarm): boolean {
  const [, , , region = '', accountId = ''] = arn.split(':');
  const suppressor = alarmsOf(world, accountId, region).get(settings.suppressor?.alarmName ?? '');
  return suppressor?.state === 'ALARM';
}
