import type { Technique } from '../../domain/technique.ts';

export const eventDataStoreDeleted: Technique = {
  id: 'cloudtrail.event-data-store-deleted',
  catalogue: ['CT-26'],
  severity: 'critical',
  done: 'deleted an event data store',
  subject: 'eventDataStore',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['DeleteEventDataStore'] }],
  drift: [],
  restore: [],
  lost: 'Events of that time. After seven days everything in it is gone for good.',
  toDo: 'Restore the event data store within seven days, start its ingestion, and turn termination protection on.',
};
