import { findEmptied } from '../../domain/request/trail-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const snsNotificationRemoved: Technique = {
  id: 'cloudtrail.sns-notification-removed',
  catalogue: ['CT-11'],
  severity: 'high',
  done: 'removed or redirected the SNS notification of log files',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateTrail'] }],
  drift: ['trail.SnsTopicARN'],
  request: (request) => findEmptied(request, 'snsTopicName'),
  restore: ['UpdateTrail'],
  lost: 'Notifications of files of that time: whoever waits for them has not read those files.',
  toDo: 'Set the approved topic again, and let its readers fetch the files of that time.',
};
