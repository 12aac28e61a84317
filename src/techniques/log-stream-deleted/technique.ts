import type { Technique } from '../../domain/technique.ts';

export const logStreamDeleted: Technique = {
  id: 'logs.log-stream-deleted',
  catalogue: ['CT-59'],
  severity: 'high',
  done: 'deleted a log stream of the trail',
  subject: 'logGroup',
  calls: [{ eventSource: 'logs.amazonaws.com', eventNames: ['DeleteLogStream'] }],
  drift: [],
  restore: [],
  lost: 'What was in the stream. CloudTrail makes it again and goes on; the files in S3 stay.',
  toDo: 'Nothing has to be put back. Search the files in S3 for what the stream held.',
};
