import type { DeleteAlarmsInput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { tellConfigurationChange } from './alarm-events.ts';
import { alarmsOf } from './store.ts';

/** A name that does not exist is no error: AWS deletes the others. */
export const DeleteAlarms: Operation<DeleteAlarmsInput, void> = (
  { AlarmNames = [] },
  { world, accountId, region },
) => {
  const alarms = alarmsOf(world, accountId, region);
  for (const name of AlarmNames) {
    const alarm = alarms.get(name);
    if (!alarm) continue;
    alarm.stop();
    alarms.delete(name);
    tellConfigurationChange(world, alarm, 'delete');
  }
};
