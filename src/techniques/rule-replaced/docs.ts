import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Narrow the pattern of a rule, or turn it off by putting it',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'PutRule overwrites the whole rule: its pattern may match nothing that matters any more, or its state is DISABLED, without a DisableRule.',
  dataLost: 'Nothing while sweeps go on: what events would tell in seconds is found within minutes.',
  benignTwins:
    'A deployment of the guard does the same: what CloudFormation sets counts as a deployment, which is told by its own call.',
  whatToDo: 'Put the rule back as the template has it. What is off is told also when CloudFormation did it.',
  undo: [
    'aws events describe-rule --name <rule> --region <Region of the guard>',
    'aws cloudformation create-change-set --stack-name <stack> --change-set-name repair --deployment-mode REVERT_DRIFT --use-previous-template --parameters <ParameterKey=NAME,UsePreviousValue=true for each> --capabilities CAPABILITY_IAM --region <Region of the guard>',
    'aws cloudformation execute-change-set --stack-name <stack> --change-set-name repair --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html',
  ],
};
