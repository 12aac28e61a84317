import type { Technique } from '../../domain/technique.ts';

export const deleteTrail: Technique = {
  id: 'cloudtrail.delete-trail',
  catalogue: ['CT-02'],
  severity: 'critical',
  done: 'deleted the trail',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['DeleteTrail'],
  drift: 'trail',
  actions: { read: [], restore: [] },
};
