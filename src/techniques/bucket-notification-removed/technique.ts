import type { Technique } from '../../domain/technique.ts';

export const bucketNotificationRemoved: Technique = {
  id: 's3.bucket-notification-removed',
  catalogue: ['CT-53'],
  severity: 'high',
  done: 'removed notifications of the log bucket',
  subject: 'bucket',
  calls: [
    {
      eventSource: 's3.amazonaws.com',
      eventNames: ['PutBucketNotification', 'PutBucketNotificationConfiguration'],
    },
  ],
  drift: ['bucket.notification'],
  request: 'state',
  restore: ['PutBucketNotificationConfiguration'],
  lost: 'Notifications of files of that time: whoever waits for them has not read those files.',
  toDo: 'Put the approved notifications back, and let their readers list the files of that time.',
};
