import type { Technique } from '../../domain/technique.ts';
import { findEmptied } from '../../domain/trail-request.ts';

export const snsNotificationRemoved: Technique = {
  id: 'cloudtrail.sns-notification-removed',
  catalogue: ['CT-11', 'CT-13'],
  severity: 'high',
  done: 'removed the SNS notification of log files',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['UpdateTrail'],
  drift: 'trail.SnsTopicARN',
  request: (request) => findEmptied(request, 'snsTopicName'),
  actions: { read: [], restore: [] },
};
