import type { UpdateScheduleInput, UpdateScheduleOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../endpoint/operation.ts';
import { start } from './run-schedule.ts';
import { readSettings } from './schedule-settings.ts';
import { requireSchedule } from './store.ts';

/** Replaces everything: what the request leaves out goes back to its default. */
export const UpdateSchedule: Operation<UpdateScheduleInput, UpdateScheduleOutput> = (input, call) => {
  const schedule = requireSchedule(call, input.GroupName, input.Name);
  schedule.settings = readSettings(input, schedule.group, call);
  schedule.modifiedAt = call.world.clock.now();
  start(call.world, schedule);
  return { ScheduleArn: schedule.arn };
};
