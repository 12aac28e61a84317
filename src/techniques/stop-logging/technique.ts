import type { Technique } from '../../domain/technique.ts';

export const stopLogging: Technique = {
  id: 'cloudtrail.stop-logging',
  catalogue: ['CT-01'],
  severity: 'critical',
  done: 'stopped logging',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['StopLogging'] }],
  drift: ['status.IsLogging'],
  restore: ['StartLogging'],
  lost: 'Events of that time; management events stay in Event history for 90 days.',
  toDo: 'Start the trail, take the caller’s access away, and read Event history for the time in the dark.',
};
