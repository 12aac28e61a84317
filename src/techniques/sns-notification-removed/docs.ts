import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Remove the notification of new log files',
  attack: ['T1562.008', 'T1685.002'],
  effect: 'Whoever fetches log files when SNS tells of them fetches none. Delivery to S3 goes on.',
  dataLost: 'Notifications of that time; the files lie in the bucket.',
  benignTwins:
    'The console sends every field in a save of the whole trail. There, an empty field says nothing about what was before; the record shows the technique only when the call names the field without saving the whole trail.',
  whatToDo: 'Set the topic again, and let the reader list the bucket for the files it was not told of.',
  undo: [
    'aws cloudtrail update-trail --name <trail ARN> --region <home Region> --sns-topic-name <topic ARN>',
    'aws cloudtrail get-trail --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html',
  ],
};
