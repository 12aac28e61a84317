import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Take away what the guard’s role may do',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'AWS refuses what the guard does, or it cannot run at all. A policy that only denies, such as AWSDenyAll or one that revokes sessions, is enough.',
  dataLost: 'Nothing by itself; what happens to trails meanwhile is not put back.',
  benignTwins:
    'A deployment of the guard puts its policy in place: what CloudFormation puts there counts only when it denies something. The guard never changes its own role.',
  whatToDo:
    'Let CloudFormation put the role back as its template has it, with credentials that the attacker does not have. A role that is deleted and made again has another id, so deploy the stack again. IAM is recorded in us-east-1: a guard elsewhere notices by what AWS refuses.',
  undo: [
    'aws iam list-attached-role-policies --role-name <role of the guard>',
    'aws iam detach-role-policy --role-name <role of the guard> --policy-arn <policy ARN>',
    'aws cloudformation create-change-set --stack-name <stack> --change-set-name repair --deployment-mode REVERT_DRIFT --use-previous-template --parameters <ParameterKey=NAME,UsePreviousValue=true for each> --capabilities CAPABILITY_IAM --region <Region of the guard>',
    'aws cloudformation execute-change-set --stack-name <stack> --change-set-name repair --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html',
  ],
};
