import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete the channel by which an AWS service gets events',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A service that reads CloudTrail by such a channel, as Security Lake does, no longer gets events. No trail changes.',
  dataLost: 'Events of that time for that service.',
  benignTwins: 'The service itself deletes its channel when the integration is turned off there.',
  whatToDo:
    'See in the service’s settings whether the integration was ended on purpose. Only the service can create the channel again.',
  undo: ['aws cloudtrail list-channels --region <home Region>'],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/viewing-service-linked-channels.html',
  ],
};
