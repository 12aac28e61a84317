import { readSelectorGaps } from '../../domain/event-selectors.ts';
import type { Technique } from '../../domain/technique.ts';

export const readOnlyEventsOnly: Technique = {
  id: 'cloudtrail.read-only-events-only',
  catalogue: ['CT-15', 'CT-19'],
  severity: 'critical',
  done: 'turned off write management events',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['PutEventSelectors'],
  drift: 'selectors',
  request: (_, call) =>
    readSelectorGaps(call).unrecorded.join() === 'write' ? 'no selector takes write management events' : null,
  actions: { read: [], restore: [] },
};
