import type { Technique } from '../../domain/technique.ts';

export const logsDeliveryFailing: Technique = {
  id: 'cloudtrail.logs-delivery-failing',
  catalogue: [],
  severity: 'high',
  done: 'kept events from reaching CloudWatch Logs',
  subject: 'trail',
  calls: [],
  drift: ['delivery.LatestCloudWatchLogsDeliveryError', 'delivery.LatestCloudWatchLogsDeliveryTime'],
  restore: [],
  lost: 'Events of that time in CloudWatch Logs, and the alarms on them. The files in S3 stay.',
  toDo: 'Repair what the error names: the log group, its key, or CloudTrail’s role. Search S3 for what alarms missed.',
};
