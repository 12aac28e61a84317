import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Cut off who may send to the default event bus',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'Events of other accounts and Regions reach the bus no more, or a key that is out of reach keeps events from it. The guard listens to its own account’s events, which need no permission.',
  dataLost: 'Events that others would have sent. What the guard sees of its own account stays.',
  benignTwins:
    'Application teams change their own buses and archives all the time: only permissions and the key of the default bus count. A permission that is put may open as well as replace, so it is not told.',
  whatToDo: 'Put the policy of the bus back.',
  undo: [
    'aws events describe-event-bus --name default --region <Region of the guard>',
    'aws events put-permission --event-bus-name default --policy file://<policy.json> --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RemovePermission.html',
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_UpdateEventBus.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html',
  ],
};
