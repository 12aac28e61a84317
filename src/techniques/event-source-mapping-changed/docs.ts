import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Cut the guard’s function off from its queue',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'A mapping that is disabled, deleted or filtered hands the function nothing; an invocation setting of a minute’s age drops sweeps; an alias may run other code.',
  dataLost: 'Nothing while sweeps go on: what events would tell in seconds is found within minutes.',
  benignTwins:
    'A deployment of the guard does the same: what CloudFormation sets counts as a deployment, which is told by its own call.',
  whatToDo:
    'Put the mapping back. A mapping has an id that says nothing: the record’s response names queue and function, a refused call’s does not.',
  undo: [
    'aws lambda list-event-source-mappings --function-name <function> --region <Region of the guard>',
    'aws lambda update-event-source-mapping --uuid <id> --enabled --filter-criteria {} --region <Region of the guard>',
    'aws lambda delete-function-event-invoke-config --function-name <function> --region <Region of the guard>',
    'aws cloudformation create-change-set --stack-name <stack> --change-set-name repair --deployment-mode REVERT_DRIFT --use-previous-template --parameters <ParameterKey=NAME,UsePreviousValue=true for each> --capabilities CAPABILITY_IAM --region <Region of the guard>',
    'aws cloudformation execute-change-set --stack-name <stack> --change-set-name repair --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html',
    'https://docs.aws.amazon.com/lambda/latest/api/API_DeleteEventSourceMapping.html',
    'https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html',
  ],
};
