import type { Technique } from '../../domain/technique.ts';

export const multiRegionOff: Technique = {
  id: 'cloudtrail.multi-region-off',
  catalogue: ['CT-03', 'CT-13'],
  severity: 'critical',
  done: 'limited the trail to its home Region',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['UpdateTrail'],
  drift: 'trail.IsMultiRegionTrail',
  request: 'field-is-false',
  actions: { read: [], restore: [] },
};
