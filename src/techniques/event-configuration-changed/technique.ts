import type { Technique } from '../../domain/technique.ts';

export const eventConfigurationChanged: Technique = {
  id: 'cloudtrail.event-configuration-changed',
  catalogue: ['CT-24'],
  severity: 'medium',
  done: 'changed the event configuration of the trail',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['PutEventConfiguration'] }],
  drift: ['eventConfiguration'],
  request: 'state',
  restore: ['PutEventConfiguration'],
  lost: 'Aggregated events and what enriched the events of that time.',
  toDo: 'Set the approved event configuration again.',
};
