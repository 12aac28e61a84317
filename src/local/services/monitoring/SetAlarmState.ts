import type { SetAlarmStateInput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { changeStateAndParents } from './composites.ts';
import { missing } from './invalid.ts';
import { alarmsOf } from './store.ts';

export const SetAlarmState: Operation<SetAlarmStateInput, void> = (input, { world, accountId, region }) => {
  const { AlarmName = '', StateValue: state, StateReason: reason, StateReasonData: reasonData } = input;
  if (!state || reason === undefined) throw missing('StateValue and StateReason');
  const alarm = alarmsOf(world, accountId, region).get(AlarmName);
  if (!alarm) throw new ServiceError('ResourceNotFound', `Unknown alarm: ${AlarmName}`, 404);
  if (alarm.state !== state) changeStateAndParents(world, alarm, { state, reason, reasonData });
};
