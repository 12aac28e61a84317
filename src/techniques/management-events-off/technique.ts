import { readSelectorGaps } from '../../domain/request/event-selectors.ts';
import type { Technique } from '../../domain/technique.ts';

export const managementEventsOff: Technique = {
  id: 'cloudtrail.management-events-off',
  catalogue: ['CT-14'],
  severity: 'critical',
  done: 'turned off management events',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['PutEventSelectors'] }],
  drift: ['eventSelectors.management'],
  isShownBy: ({ path }) => path === 'eventSelectors.management',
  request: (_, call) =>
    readSelectorGaps(call).unrecorded.length === 2 ? 'no selector takes management events' : null,
  restore: ['PutEventSelectors'],
  lost: 'Management events of that time in this trail; they stay in Event history for 90 days.',
  toDo: 'Set the approved selectors again, and read Event history for that time.',
};
