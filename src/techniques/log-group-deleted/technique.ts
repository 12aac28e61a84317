import type { Technique } from '../../domain/technique.ts';

export const logGroupDeleted: Technique = {
  id: 'logs.log-group-deleted',
  catalogue: ['CT-58'],
  severity: 'critical',
  done: 'deleted the log group of the trail',
  subject: 'logGroup',
  calls: [{ eventSource: 'logs.amazonaws.com', eventNames: ['DeleteLogGroup'] }],
  drift: ['logGroup'],
  isShownBy: ({ path }) => path === 'logGroup',
  restore: [
    'CreateLogGroup',
    'AssociateKmsKey',
    'PutRetentionPolicy',
    'PutMetricFilter',
    'PutSubscriptionFilter',
  ],
  lost: 'Everything that was in the log group. The files in S3 stay.',
  toDo: 'Create the log group again with its retention, key and filters; alarms on its metrics stay.',
};
