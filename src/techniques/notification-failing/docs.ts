import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Keep notifications of log files from reaching the topic',
  attack: ['T1562.008', 'T1685.002'],
  effect: 'Log files arrive, and whoever waits to be told reads none of them.',
  dataLost: 'Notifications of that time; the files are in the bucket.',
  benignTwins:
    'How old the last notification is says nothing: healthy trails were seen whose time is days old.',
  whatToDo: 'Read the error; the topic is compared for itself.',
  undo: [
    'aws cloudtrail get-trail-status --name <trail ARN> --region <home Region>',
    'aws sns get-topic-attributes --topic-arn <topic ARN> --region <Region of the topic>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html',
  ],
};
