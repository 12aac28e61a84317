import type { Technique } from '../../domain/technique.ts';

export const bucketPolicyWeakened: Technique = {
  id: 's3.bucket-policy-weakened',
  catalogue: ['CT-42'],
  severity: 'critical',
  done: 'weakened the policy of the log bucket',
  subject: 'bucket',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['PutBucketPolicy'] }],
  drift: ['bucket.policy'],
  isShownBy: ({ path }) => path !== 'bucket.policy',
  request: 'state',
  restore: ['PutBucketPolicy', 'DeleteBucketPolicy'],
  lost: 'Nothing of delivery when it is put back within 30 days. What strangers read or deleted stays read or deleted.',
  toDo: 'Put the approved policy back. If it denies everyone, only the root user of the account can.',
};
