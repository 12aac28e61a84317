import { findTurnedOff, isFullSave } from '../../domain/request/trail-request.ts';
import type { Technique } from '../../domain/technique.ts';

/** A full save of a trail that never was an organization trail says `isOrganizationTrail: false`, too. */
export const organizationTrailOff: Technique = {
  id: 'cloudtrail.organization-trail-off',
  catalogue: ['CT-12'],
  severity: 'critical',
  done: 'took the trail away from the member accounts',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateTrail'] }],
  drift: ['trail.IsOrganizationTrail'],
  request: (request) => (isFullSave(request) ? null : findTurnedOff(request, 'isOrganizationTrail')),
  restore: ['UpdateTrail'],
  lost: 'Events of all member accounts in that time; management events stay in their Event history for 90 days.',
  toDo: 'Make it an organization trail again, from the management account that owns it.',
};
