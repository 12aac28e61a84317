import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Change the configuration of the guard’s function',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'A timeout of a second, another role, handler, layer or log group, a VPC without a way out, or another topic in its environment: the guard fails, or tells somebody else.',
  dataLost: 'Nothing by itself. What happens to trails until the guard works again is not put back.',
  benignTwins:
    'A deployment of the guard does the same: what CloudFormation sets counts as a deployment, which is told by its own call.',
  whatToDo:
    'Put the configuration back as the template has it. The record leaves the environment out: read it.',
  undo: [
    'aws lambda get-function-configuration --function-name <function> --region <Region of the guard>',
    'aws cloudformation create-change-set --stack-name <stack> --change-set-name repair --deployment-mode REVERT_DRIFT --use-previous-template --parameters <ParameterKey=NAME,UsePreviousValue=true for each> --capabilities CAPABILITY_IAM --region <Region of the guard>',
    'aws cloudformation execute-change-set --stack-name <stack> --change-set-name repair --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html',
  ],
};
