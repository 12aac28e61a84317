import type { Technique } from '../../domain/technique.ts';
import { findEmptied } from '../../domain/trail-request.ts';

export const cloudwatchLogsDetached: Technique = {
  id: 'cloudtrail.cloudwatch-logs-detached',
  catalogue: ['CT-10', 'CT-13'],
  severity: 'high',
  done: 'detached the trail from CloudWatch Logs',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['UpdateTrail'],
  drift: 'trail.CloudWatchLogsLogGroupArn',
  request: (request) =>
    findEmptied(request, 'cloudWatchLogsLogGroupArn') ?? findEmptied(request, 'cloudWatchLogsRoleArn'),
  actions: { read: [], restore: [] },
};
