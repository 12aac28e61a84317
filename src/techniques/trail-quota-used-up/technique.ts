import type { Technique } from '../../domain/technique.ts';

export const trailQuotaUsedUp: Technique = {
  id: 'cloudtrail.trail-quota-used-up',
  catalogue: ['CT-22'],
  severity: 'high',
  done: 'created a trail that takes the place of a deleted one',
  subject: 'account',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['CreateTrail'] }],
  drift: [],
  request: 'state',
  shownByRefusal: ['MaximumNumberOfTrailsExceededException'],
  restore: [],
  lost: 'Nothing by itself. A deleted trail stays off until there is room for it.',
  toDo: 'Delete a trail that nobody needs, then let the guard create the deleted one again. Five trails are the limit.',
};
