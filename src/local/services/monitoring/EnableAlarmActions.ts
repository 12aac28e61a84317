import type { EnableAlarmActionsInput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { alarmsOf } from './store.ts';

export const EnableAlarmActions: Operation<EnableAlarmActionsInput, void> = (
  { AlarmNames = [] },
  { world, accountId, region },
) => {
  const alarms = alarmsOf(world, accountId, region);
  for (const name of AlarmNames) {
    const alarm = alarms.get(name);
    if (alarm) alarm.settings.isActionsEnabled = true;
  }
};
