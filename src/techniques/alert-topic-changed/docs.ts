import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Change the policy or the key of the alert topic',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect: 'The guard or its alarms can no longer publish, or others can. Trails are put back all the same.',
  dataLost: 'Nothing of the guard’s: messages wait. Alarms of CloudWatch are lost.',
  benignTwins:
    'A deployment of the guard does the same: what CloudFormation sets counts as a deployment, which is told by its own call. A topic that was given to the guard is its owner’s to change.',
  whatToDo:
    'Put policy and key back as the template has them. An alarm tells when messages cannot be sent, and shows in the console when it cannot either.',
  undo: [
    'aws sns get-topic-attributes --topic-arn <alert topic ARN> --region <Region of the guard>',
    'aws cloudformation create-change-set --stack-name <stack> --change-set-name repair --deployment-mode REVERT_DRIFT --use-previous-template --parameters <ParameterKey=NAME,UsePreviousValue=true for each> --capabilities CAPABILITY_IAM --region <Region of the guard>',
    'aws cloudformation execute-change-set --stack-name <stack> --change-set-name repair --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html',
    'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html',
  ],
};
