import { readSelectorGaps } from '../../domain/event-selectors.ts';
import type { Technique } from '../../domain/technique.ts';

export const managementEventsOff: Technique = {
  id: 'cloudtrail.management-events-off',
  catalogue: ['CT-14', 'CT-19'],
  severity: 'critical',
  done: 'turned off management events',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['PutEventSelectors'],
  drift: 'selectors',
  request: (_, call) =>
    readSelectorGaps(call).unrecorded.length === 2 ? 'no selector takes management events' : null,
  actions: { read: [], restore: [] },
};
