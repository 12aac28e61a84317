import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete the topic of the log files, or of the alerts',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'Of the trail’s topic: whoever waits for log files hears of none, and the trail’s status shows a notification error. Of the guard’s topic: trails are put back and nobody hears of it until there is a topic again; messages wait.',
  dataLost: 'Messages of that time, and every subscription.',
  benignTwins: 'A stack that owns the topic is torn down.',
  whatToDo:
    'The guard makes the trail’s topic again, without its subscribers. Its own it does not: let CloudFormation do it, and confirm the subscription.',
  undo: [
    'aws sns create-topic --name <topic> --region <Region of the topic>',
    'aws sns set-topic-attributes --topic-arn <topic ARN> --attribute-name Policy --attribute-value file://<policy.json> --region <Region of the topic>',
    'aws sns subscribe --topic-arn <topic ARN> --protocol email --notification-endpoint <address> --region <Region of the topic>',
  ],
  references: [
    'https://docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html',
    'https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.confirm.html',
  ],
};
