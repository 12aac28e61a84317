import type { Technique } from '../../domain/technique.ts';

export const logFilesExpireEarly: Technique = {
  id: 's3.log-files-expire-early',
  catalogue: ['CT-43'],
  severity: 'critical',
  done: 'made log files expire or move away sooner',
  subject: 'bucket',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['PutBucketLifecycle'] }],
  drift: ['bucket.lifecycle.expiration', 'bucket.lifecycle.noncurrent', 'bucket.lifecycle.transition'],
  request: 'state',
  restore: ['PutBucketLifecycleConfiguration', 'DeleteBucketLifecycle'],
  lost: 'Files that have expired already. In a versioned bucket their delete markers can be removed.',
  toDo: 'Put the approved lifecycle rules back before the next run, which is once a day.',
};
