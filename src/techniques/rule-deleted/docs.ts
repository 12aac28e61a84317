import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete an event rule of the guard',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'Calls of one service, or findings, reach the guard no more by events. Its targets have to be removed first, which is told as well. Sweeps go on.',
  dataLost: 'Nothing while sweeps go on: what events would tell in seconds is found within minutes.',
  benignTwins:
    'A release of the guard may give up a rule; a stack that is deleted deletes all of them. Both come with a call on the stack.',
  whatToDo:
    'Let CloudFormation make the rule and its target again; what a change set cannot bring back, a deployment under another stack name does.',
  undo: [
    'aws cloudformation create-change-set --stack-name <stack> --change-set-name repair --deployment-mode REVERT_DRIFT --use-previous-template --parameters <ParameterKey=NAME,UsePreviousValue=true for each> --capabilities CAPABILITY_IAM --region <Region of the guard>',
    'aws cloudformation execute-change-set --stack-name <stack> --change-set-name repair --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-delete-rule.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html',
  ],
};
