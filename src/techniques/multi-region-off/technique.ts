import type { Technique } from '../../domain/technique.ts';

export const multiRegionOff: Technique = {
  id: 'cloudtrail.multi-region-off',
  catalogue: ['CT-03'],
  severity: 'critical',
  done: 'limited the trail to its home Region',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateTrail'] }],
  drift: ['trail.IsMultiRegionTrail'],
  request: 'field-is-false',
  restore: ['UpdateTrail'],
  lost: 'Events of the other Regions in that time; management events stay in their Event history for 90 days.',
  toDo: 'Make the trail multi-Region again; then look into Event history of every other Region.',
};
