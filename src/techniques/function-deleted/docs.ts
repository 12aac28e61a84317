import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete the function of the guard',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'Nothing is put back any more. This very event waits in the queue for a function that is gone: the alarm on missing sweeps tells people.',
  dataLost: 'Everything until it is deployed again.',
  benignTwins:
    'The stack is deleted, which its own call tells. Terraform and CDK replace functions now and then.',
  whatToDo:
    'Make the function again: by a change set that reverts the drift, or by deploying the stack under another name. Messages wait in the queue for 14 days.',
  undo: [
    'aws cloudformation create-change-set --stack-name <stack> --change-set-name repair --deployment-mode REVERT_DRIFT --use-previous-template --parameters <ParameterKey=NAME,UsePreviousValue=true for each> --capabilities CAPABILITY_IAM --region <Region of the guard>',
    'aws cloudformation execute-change-set --stack-name <stack> --change-set-name repair --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html',
  ],
};
