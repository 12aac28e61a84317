import type { Technique } from '../../domain/technique.ts';

export const dataEventsNarrowed: Technique = {
  id: 'cloudtrail.data-events-narrowed',
  catalogue: ['CT-18'],
  severity: 'high',
  done: 'stopped recording data events that the trail recorded',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['PutEventSelectors'] }],
  drift: ['eventSelectors.data', 'eventSelectors.networkActivity', 'eventSelectors.other'],
  request: 'state',
  restore: ['PutEventSelectors'],
  lost: 'Data and network activity events of that time: Event history does not hold them.',
  toDo: 'Set the approved selectors again; see in S3’s own logs what was read or deleted meanwhile.',
};
