import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Replace the code of the guard’s function',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect: 'The guard does nothing, or what somebody else wants, with its role: it may change trails.',
  dataLost: 'Trust in what the guard did and told since.',
  benignTwins:
    'A deployment of the guard does the same: what CloudFormation sets counts as a deployment, which is told by its own call.',
  whatToDo:
    'Compare CodeSha256 with that of the release, put the code back as the template has it, and read event history of the role. The record leaves the code out.',
  undo: [
    'aws lambda get-function-configuration --function-name <function> --query CodeSha256 --region <Region of the guard>',
    'aws cloudformation create-change-set --stack-name <stack> --change-set-name repair --deployment-mode REVERT_DRIFT --use-previous-template --parameters <ParameterKey=NAME,UsePreviousValue=true for each> --capabilities CAPABILITY_IAM --region <Region of the guard>',
    'aws cloudformation execute-change-set --stack-name <stack> --change-set-name repair --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html',
  ],
};
