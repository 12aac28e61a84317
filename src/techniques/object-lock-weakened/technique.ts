import type { Technique } from '../../domain/technique.ts';

export const objectLockWeakened: Technique = {
  id: 's3.object-lock-weakened',
  catalogue: ['CT-51'],
  severity: 'high',
  done: 'weakened the Object Lock of the log bucket',
  subject: 'bucket',
  calls: [
    {
      eventSource: 's3.amazonaws.com',
      eventNames: ['PutBucketObjectLockConfiguration', 'PutObjectLockConfiguration'],
    },
  ],
  drift: ['bucket.objectLock'],
  request: 'state',
  restore: ['PutObjectLockConfiguration'],
  lost: 'The protection of files that were delivered meanwhile; they can be locked one by one.',
  toDo: 'Set the approved retention again, then lock the files of that time with PutObjectRetention.',
};
