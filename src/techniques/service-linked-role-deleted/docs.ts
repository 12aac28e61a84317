import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete the service-linked role of CloudTrail',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'CloudTrail needs the role for organization trails. IAM refuses to delete it while it is used, so a success means that trusted access is gone already.',
  dataLost: 'Not known; while an organization trail uses the role, it cannot be deleted.',
  benignTwins: 'Somebody tidies up after CloudTrail left the organization.',
  whatToDo:
    'Create the role again in the management account. IAM deletes such a role some time after the call and may still fail: ask for the status of the deletion.',
  undo: [
    'aws iam create-service-linked-role --aws-service-name cloudtrail.amazonaws.com',
    'aws iam get-role --role-name AWSServiceRoleForCloudTrail',
  ],
  references: [
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceLinkedRole.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/using-service-linked-roles.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-cloudtrail.html',
  ],
};
