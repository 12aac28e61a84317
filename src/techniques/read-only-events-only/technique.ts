import { readSelectorGaps } from '../../domain/request/event-selectors.ts';
import type { Technique } from '../../domain/technique.ts';

export const readOnlyEventsOnly: Technique = {
  id: 'cloudtrail.read-only-events-only',
  catalogue: ['CT-15'],
  severity: 'critical',
  done: 'turned off write management events',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['PutEventSelectors'] }],
  drift: ['eventSelectors.management.write'],
  request: (_, call) =>
    readSelectorGaps(call).unrecorded.join() === 'write' ? 'no selector takes write management events' : null,
  restore: ['PutEventSelectors'],
  lost: 'Writes of that time in this trail; they stay in Event history for 90 days.',
  toDo: 'Set the approved selectors again, and read Event history for writes of that time.',
};
