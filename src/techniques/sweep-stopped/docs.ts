import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Stop the guard’s sweeps',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'The guarantee behind the events is gone: a schedule that is disabled, deleted, years away or aimed at something else. The alarm on missing sweeps tells people.',
  dataLost: 'What only a sweep finds, until it runs again.',
  benignTwins:
    'A deployment of the guard does the same: what CloudFormation sets counts as a deployment, which is told by its own call.',
  whatToDo:
    'Put the schedule back as the template has it. UpdateSchedule replaces everything: name all of it.',
  undo: [
    'aws scheduler get-schedule --name <schedule> --region <Region of the guard>',
    'aws cloudformation create-change-set --stack-name <stack> --change-set-name repair --deployment-mode REVERT_DRIFT --use-previous-template --parameters <ParameterKey=NAME,UsePreviousValue=true for each> --capabilities CAPABILITY_IAM --region <Region of the guard>',
    'aws cloudformation execute-change-set --stack-name <stack> --change-set-name repair --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_UpdateSchedule.html',
    'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_DeleteSchedule.html',
    'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_DeleteScheduleGroup.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html',
  ],
};
