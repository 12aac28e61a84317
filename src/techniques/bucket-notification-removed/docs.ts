import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Remove the notifications of the log bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A SIEM that is told of each new file by a queue, a topic, a function or EventBridge gets no more files; deletions are no longer reported.',
  dataLost: 'Notifications of that time. The files are there and have to be listed.',
  benignTwins:
    'The console sends the whole configuration in each save. The record shows what is set, not what was before.',
  whatToDo: 'Put the approved notifications back, and let the readers catch up on the files of that time.',
  undo: [
    'aws s3api get-bucket-notification-configuration --bucket <bucket> --region <Region of the bucket>',
    'aws s3api put-bucket-notification-configuration --bucket <bucket> --notification-configuration file://<notification.json> --region <Region of the bucket>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html',
  ],
};
