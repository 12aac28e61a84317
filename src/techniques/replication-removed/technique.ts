import type { Technique } from '../../domain/technique.ts';

export const replicationRemoved: Technique = {
  id: 's3.replication-removed',
  catalogue: ['CT-52'],
  severity: 'high',
  done: 'stopped or redirected the replication of the log bucket',
  subject: 'bucket',
  calls: [
    { eventSource: 's3.amazonaws.com', eventNames: ['PutBucketReplication', 'DeleteBucketReplication'] },
  ],
  drift: ['bucket.replication'],
  request: 'state',
  restore: ['PutBucketReplication', 'DeleteBucketReplication'],
  lost: 'Copies of files of that time: only S3 Batch Replication makes them afterwards.',
  toDo: 'Put the approved replication back, and copy files of that time with S3 Batch Replication.',
};
