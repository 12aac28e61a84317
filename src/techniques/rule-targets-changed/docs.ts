import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Take the targets of a rule away, or put others in their place',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'The rule matches, and nothing happens; or an input transformer hands over an empty event, or a retry policy of none drops it.',
  dataLost: 'Nothing while sweeps go on: what events would tell in seconds is found within minutes.',
  benignTwins:
    'A deployment of the guard does the same: what CloudFormation sets counts as a deployment, which is told by its own call.',
  whatToDo:
    'Put the target back as the template has it: the queue, without transformer, with its dead-letter queue.',
  undo: [
    'aws events list-targets-by-rule --rule <rule> --region <Region of the guard>',
    'aws cloudformation create-change-set --stack-name <stack> --change-set-name repair --deployment-mode REVERT_DRIFT --use-previous-template --parameters <ParameterKey=NAME,UsePreviousValue=true for each> --capabilities CAPABILITY_IAM --region <Region of the guard>',
    'aws cloudformation execute-change-set --stack-name <stack> --change-set-name repair --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RemoveTargets.html',
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html',
  ],
};
