import type { DeleteAlarmsInput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { alarmsOf } from './store.ts';

/** A name that does not exist is no error: AWS deletes the others. */
export const DeleteAlarms: Operation<DeleteAlarmsInput, void> = (
  { AlarmNames = [] },
  { world, accountId, region },
) => {
  const alarms = alarmsOf(world, accountId, region);
  for (const name of AlarmNames) {
    alarms.get(name)?.stop();
    alarms.delete(name);
  }
};
