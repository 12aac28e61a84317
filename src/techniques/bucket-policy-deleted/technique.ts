import type { Technique } from '../../domain/technique.ts';

export const bucketPolicyDeleted: Technique = {
  id: 's3.bucket-policy-deleted',
  catalogue: ['CT-41'],
  severity: 'critical',
  done: 'deleted the policy of the log bucket',
  subject: 'bucket',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['DeleteBucketPolicy'] }],
  drift: ['bucket.policy'],
  isShownBy: ({ path }) => path === 'bucket.policy',
  restore: ['PutBucketPolicy'],
  lost: 'Nothing when it is put back within 30 days: CloudTrail delivers afterwards what it kept.',
  toDo: 'Put the approved bucket policy back.',
};
