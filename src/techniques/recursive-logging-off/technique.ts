import type { Technique } from '../../domain/technique.ts';

export const recursiveLoggingOff: Technique = {
  id: 'cloudtrail.recursive-logging-off',
  catalogue: [],
  severity: 'low',
  done: 'turned off recursive logging of the trail',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateTrail'] }],
  drift: ['trail.RecursiveLogging'],
  request: 'field-is-false',
  restore: ['UpdateTrail'],
  lost: 'Events of CloudTrail’s own deliveries in that time.',
  toDo: 'Turn recursive logging on again.',
};
