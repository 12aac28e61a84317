import { readSelectorGaps } from '../../domain/request/event-selectors.ts';
import type { Technique } from '../../domain/technique.ts';

export const writeOnlyEventsOnly: Technique = {
  id: 'cloudtrail.write-only-events-only',
  catalogue: ['CT-16'],
  severity: 'medium',
  done: 'turned off read management events',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['PutEventSelectors'] }],
  drift: ['eventSelectors.management.read'],
  request: (_, call) =>
    readSelectorGaps(call).unrecorded.join() === 'read' ? 'no selector takes read management events' : null,
  restore: ['PutEventSelectors'],
  lost: 'Reads of that time in this trail; they stay in Event history for 90 days.',
  toDo: 'Set the approved selectors again.',
};
