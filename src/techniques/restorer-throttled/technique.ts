import type { Technique } from '../../domain/technique.ts';

export const restorerThrottled: Technique = {
  id: 'cloudtrail.restorer-throttled',
  catalogue: ['CT-113'],
  severity: 'high',
  done: 'used up CloudTrail’s quota so that nothing can be put back',
  subject: 'trail',
  calls: [],
  drift: [],
  restore: [],
  lost: 'Events of the time that the trail was off for longer than it had to be.',
  toDo: 'Take the caller’s access away: CloudTrail takes one write a second, and its quota cannot be raised.',
};
