import type { Technique } from '../../domain/technique.ts';

export const removeTags: Technique = {
  id: 'cloudtrail.remove-tags',
  catalogue: ['CT-23'],
  severity: 'low',
  done: 'removed tags from the trail',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['RemoveTags'] }],
  drift: ['tags'],
  restore: ['AddTags'],
  lost: 'Nothing.',
  toDo: 'Put the tags back, and see which policies and automation go by them.',
};
