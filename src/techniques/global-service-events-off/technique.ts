import type { Technique } from '../../domain/technique.ts';

export const globalServiceEventsOff: Technique = {
  id: 'cloudtrail.global-service-events-off',
  catalogue: ['CT-04'],
  severity: 'critical',
  done: 'turned off global service events',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateTrail'] }],
  drift: ['trail.IncludeGlobalServiceEvents'],
  request: 'field-is-false',
  restore: ['UpdateTrail'],
  lost: 'Events of IAM, STS and CloudFront in that time; they stay in Event history for 90 days.',
  toDo: 'Turn global service events on again, and read Event history of IAM and STS for that time.',
};
