import type { JsonObject } from '../../domain/json.ts';
import { findDeed } from '../../domain/request/guard-request.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const sweepStopped: Technique = {
  id: 'scheduler.sweep-stopped',
  catalogue: ['CT-87'],
  severity: 'high',
  done: 'stopped the guard’s sweeps',
  subject: 'guard',
  calls: [
    {
      eventSource: 'scheduler.amazonaws.com',
      eventNames: ['UpdateSchedule', 'DeleteSchedule', 'DeleteScheduleGroup'],
    },
  ],
  drift: [],
  request: findStop,
  restore: [],
  lost: 'What only a sweep finds: changes without an event, until it runs again.',
  toDo: 'Revert the drift of the guard’s stack: its schedule must be enabled, with the template’s rate and target.',
};

const findChange = findDeed(
  {
    UpdateSchedule: 'it was no deployment',
    DeleteSchedule: 'the schedule is deleted',
    DeleteScheduleGroup: 'its group is deleted',
  },
  ['UpdateSchedule'],
);

function findStop(request: JsonObject, call: ApiCall): string | null {
  return request.state === 'DISABLED' ? 'state is DISABLED' : findChange(request, call);
}
