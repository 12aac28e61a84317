import { findEmptied } from '../../domain/request/trail-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const cloudwatchLogsDetached: Technique = {
  id: 'cloudtrail.cloudwatch-logs-detached',
  catalogue: ['CT-10'],
  severity: 'high',
  done: 'detached the trail from its log group',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateTrail'] }],
  drift: ['trail.CloudWatchLogsLogGroupArn', 'trail.CloudWatchLogsRoleArn'],
  request: (request) =>
    findEmptied(request, 'cloudWatchLogsLogGroupArn') ?? findEmptied(request, 'cloudWatchLogsRoleArn'),
  restore: ['UpdateTrail'],
  lost: 'Alarms and queries on events of that time: they are not sent to the log group afterwards.',
  toDo: 'Set the approved log group and role again, and search the files in S3 for what the alarms missed.',
};
