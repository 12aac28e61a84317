import type { Technique } from '../../domain/technique.ts';

export const lifecycleRemoved: Technique = {
  id: 's3.lifecycle-removed',
  catalogue: ['CT-44'],
  severity: 'low',
  done: 'removed the lifecycle rules of the log bucket',
  subject: 'bucket',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['DeleteBucketLifecycle'] }],
  drift: [],
  restore: [],
  lost: 'Nothing: files are kept where they are, for longer, and cost more.',
  toDo: 'Approve the change, or put the rules back yourself: they may delete the files somebody wanted to keep.',
};
