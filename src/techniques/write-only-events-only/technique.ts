import { readSelectorGaps } from '../../domain/event-selectors.ts';
import type { Technique } from '../../domain/technique.ts';

export const writeOnlyEventsOnly: Technique = {
  id: 'cloudtrail.write-only-events-only',
  catalogue: ['CT-16', 'CT-19'],
  severity: 'medium',
  done: 'turned off read management events',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['PutEventSelectors'],
  drift: 'selectors',
  request: (_, call) =>
    readSelectorGaps(call).unrecorded.join() === 'read' ? 'no selector takes read management events' : null,
  actions: { read: [], restore: [] },
};
