import type { Technique } from '../../domain/technique.ts';

export const bucketDeleted: Technique = {
  id: 's3.bucket-deleted',
  catalogue: ['CT-40'],
  severity: 'critical',
  done: 'deleted the log bucket',
  subject: 'bucket',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['DeleteBucket'] }],
  drift: ['bucket'],
  isShownBy: ({ path }) => path === 'bucket',
  restore: [
    'CreateBucket',
    'PutPublicAccessBlock',
    'PutBucketOwnershipControls',
    'PutBucketVersioning',
    'PutObjectLockConfiguration',
    'PutBucketEncryption',
    'PutBucketPolicy',
    'PutBucketLifecycleConfiguration',
    'PutBucketLogging',
    'PutBucketNotificationConfiguration',
  ],
  lost: 'All files that were in it. What CloudTrail could not deliver comes within 30 days, if the name is yours again.',
  toDo: 'See who owns the name now. If a stranger does, make a new bucket and point the trail at it.',
};
