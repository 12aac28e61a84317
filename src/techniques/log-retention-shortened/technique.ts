import type { Technique } from '../../domain/technique.ts';

export const logRetentionShortened: Technique = {
  id: 'logs.log-retention-shortened',
  catalogue: ['CT-60'],
  severity: 'high',
  done: 'shortened the retention of the log group',
  subject: 'logGroup',
  calls: [{ eventSource: 'logs.amazonaws.com', eventNames: ['PutRetentionPolicy'] }],
  drift: ['logGroup.retentionInDays'],
  request: 'state',
  restore: ['PutRetentionPolicy', 'DeleteRetentionPolicy'],
  lost: 'Events older than the new limit, once they are deleted: that takes up to 72 hours. The files in S3 stay.',
  toDo: 'Set the approved retention again within 72 hours.',
};
