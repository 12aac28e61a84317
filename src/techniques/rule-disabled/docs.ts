import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Disable an event rule of the guard',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'Calls of one service, or findings, reach the guard no more by events. Sweeps go on, and find what they can see in the state.',
  dataLost: 'Nothing while sweeps go on: what events would tell in seconds is found within minutes.',
  benignTwins: 'Somebody debugs rules. No deployment of the guard disables one.',
  whatToDo:
    'Enable the rule, and look at what was called meanwhile: of calls that leave nothing in the state, nobody was told.',
  undo: [
    'aws events enable-rule --name <rule> --region <Region of the guard>',
    'aws events describe-rule --name <rule> --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DisableRule.html',
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EnableRule.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-delete-rule.html',
  ],
};
