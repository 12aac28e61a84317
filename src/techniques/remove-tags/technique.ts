import type { Technique } from '../../domain/technique.ts';

export const removeTags: Technique = {
  id: 'cloudtrail.remove-tags',
  catalogue: ['CT-23'],
  severity: 'low',
  done: 'removed tags from the trail',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['RemoveTags'],
  drift: 'tags',
  actions: { read: [], restore: [] },
};
