import { findLogFile } from '../../domain/request/bucket-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const logFilesTagged: Technique = {
  id: 's3.log-files-tagged',
  catalogue: ['CT-57'],
  severity: 'high',
  done: 'tagged log files, so that a rule may delete them',
  subject: 'bucket',
  calls: [
    { eventSource: 's3.amazonaws.com', eventNames: ['PutBucketTagging'] },
    { eventSource: 's3.amazonaws.com', eventNames: ['PutObjectTagging'], isDataPlane: true },
  ],
  drift: [],
  request: findLogFile,
  restore: [],
  lost: 'Files that a rule has deleted meanwhile.',
  toDo: 'Remove the tags, and see which lifecycle rules of the bucket go by tags.',
};
