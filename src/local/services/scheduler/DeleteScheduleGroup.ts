import type { DeleteScheduleGroupInput, DeleteScheduleGroupOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../endpoint/operation.ts';
import { validationError } from './scheduler-error.ts';
import { groupsOf, requireGroup } from './store.ts';

/** Deletes a group and its schedules: here at once, in AWS while the group's state is DELETING. */
export const DeleteScheduleGroup: Operation<DeleteScheduleGroupInput, DeleteScheduleGroupOutput> = (
  { Name },
  call,
) => {
  if (!Name || Name === 'default') throw validationError('The default schedule group cannot be deleted.');
  const group = requireGroup(call, Name);
  for (const schedule of group.schedules.values()) schedule.stop();
  groupsOf(call).delete(group.name);
  return {};
};
