import type { DeleteScheduleInput, DeleteScheduleOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../endpoint/operation.ts';
import { requireSchedule } from './store.ts';

export const DeleteSchedule: Operation<DeleteScheduleInput, DeleteScheduleOutput> = (input, call) => {
  const schedule = requireSchedule(call, input.GroupName, input.Name);
  schedule.stop();
  schedule.group.schedules.delete(schedule.name);
  return {};
};
