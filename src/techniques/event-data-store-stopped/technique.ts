import type { Technique } from '../../domain/technique.ts';

export const eventDataStoreStopped: Technique = {
  id: 'cloudtrail.event-data-store-stopped',
  catalogue: ['CT-25'],
  severity: 'high',
  done: 'stopped the ingestion of an event data store',
  subject: 'eventDataStore',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['StopEventDataStoreIngestion'] }],
  drift: [],
  restore: [],
  lost: 'Events of that time in that event data store.',
  toDo: 'Start the ingestion again, and see which queries and alarms rely on this event data store.',
};
