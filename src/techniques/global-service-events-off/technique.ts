import type { Technique } from '../../domain/technique.ts';

export const globalServiceEventsOff: Technique = {
  id: 'cloudtrail.global-service-events-off',
  catalogue: ['CT-04', 'CT-13'],
  severity: 'critical',
  done: 'turned off global service events',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['UpdateTrail'],
  drift: 'trail.IncludeGlobalServiceEvents',
  request: 'field-is-false',
  actions: { read: [], restore: [] },
};
