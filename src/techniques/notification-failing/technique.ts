import type { Technique } from '../../domain/technique.ts';

export const notificationFailing: Technique = {
  id: 'cloudtrail.notification-failing',
  catalogue: [],
  severity: 'medium',
  done: 'kept notifications of log files from reaching the topic',
  subject: 'trail',
  calls: [],
  drift: ['delivery.LatestNotificationError'],
  restore: [],
  lost: 'Notifications of files of that time: whoever waits for them has not read those files.',
  toDo: 'Repair what the error names: the topic, its policy or its key. Let its readers fetch the files of that time.',
};
