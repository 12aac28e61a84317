import type { CreateScheduleGroupInput, CreateScheduleGroupOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../endpoint/operation.ts';
import { checkName } from './name.ts';
import { conflict } from './scheduler-error.ts';
import { groupsOf, newGroup } from './store.ts';

export const CreateScheduleGroup: Operation<CreateScheduleGroupInput, CreateScheduleGroupOutput> = (
  input,
  call,
) => {
  const name = checkName(input.Name);
  const groups = groupsOf(call);
  if (groups.has(name)) throw conflict(`Schedule group ${name} already exists.`);
  const group = newGroup(call, name);
  for (const { Key = '', Value = '' } of input.Tags ?? []) group.tags.set(Key, Value);
  groups.set(name, group);
  return { ScheduleGroupArn: group.arn };
};
