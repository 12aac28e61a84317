import type { Technique } from '../../domain/technique.ts';

export const lifecycleRemoved: Technique = {
  id: 's3.lifecycle-removed',
  catalogue: ['CT-44'],
  severity: 'low',
  done: 'removed the lifecycle rules of the log bucket',
  subject: 'bucket',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['DeleteBucketLifecycle'] }],
  drift: ['bucket.lifecycle'],
  isShownBy: ({ actual }) => actual === null,
  isNoWeakness: true,
  request: 'state',
  restore: [],
  lost: 'Nothing: files are kept where they are, for longer, and cost more.',
  toDo: 'Put the rules back yourself, unless somebody still needs files that they would delete; else approve the change.',
};
