import type { CreateScheduleInput, CreateScheduleOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../endpoint/operation.ts';
import { checkName } from './name.ts';
import { start } from './run-schedule.ts';
import { readSettings } from './schedule-settings.ts';
import { conflict } from './scheduler-error.ts';
import { requireGroup, type Schedule } from './store.ts';

export const CreateSchedule: Operation<CreateScheduleInput, CreateScheduleOutput> = (input, call) => {
  const { world, partition, accountId, region } = call;
  const name = checkName(input.Name);
  const group = requireGroup(call, input.GroupName);
  if (group.schedules.has(name)) throw conflict(`Schedule ${name} already exists.`);
  const schedule: Schedule = {
    name,
    group,
    arn: `arn:${partition}:scheduler:${region}:${accountId}:schedule/${group.name}/${name}`,
    accountId,
    region,
    createdAt: world.clock.now(),
    modifiedAt: world.clock.now(),
    settings: readSettings(input, group, call),
    stop: () => {},
  };
  group.schedules.set(name, schedule);
  start(world, schedule);
  return { ScheduleArn: schedule.arn };
};
