import type { Technique } from '../../domain/technique.ts';

export const stopLogging: Technique = {
  id: 'cloudtrail.stop-logging',
  catalogue: ['CT-01'],
  severity: 'critical',
  done: 'stopped logging',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['StopLogging'],
  drift: 'status.IsLogging',
  restore: 'StartLogging',
  actions: {
    read: ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus'],
    restore: ['cloudtrail:StartLogging'],
  },
};
