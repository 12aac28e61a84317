import type { Call } from '../../endpoint/operation.ts';
import { configurationOf } from './alarm-configuration.ts';
import { tellConfigurationChange } from './alarm-events.ts';
import { alarmsOf } from './store.ts';

/** Lets alarms act, or lets them rest. A name that does not exist is no error. */
export function enableActions(
  names: readonly string[],
  isEnabled: boolean,
  { world, accountId, region }: Call,
): void {
  const alarms = alarmsOf(world, accountId, region);
  for (const name of names) {
    const alarm = alarms.get(name);
    if (!alarm) continue;
    const previous = configurationOf(alarm);
    alarm.settings.isActionsEnabled = isEnabled;
    alarm.configuredAt = world.clock.now();
    tellConfigurationChange(world, alarm, 'update', previous);
  }
}
