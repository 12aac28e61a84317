import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Break the role that delivers to CloudWatch Logs',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'The role is deleted, loses its rights or its trust in CloudTrail, or a Deny or a boundary overrules them. Metric filters, alarms and the SIEM’s feed go silent; the trail logs on, into S3.',
  dataLost: 'Events of that time in CloudWatch Logs. The files in S3 stay.',
  benignTwins:
    'Roles are changed by every deployment of their stack: of a change only the state tells whether CloudTrail can still write. A DeleteRole is told by itself.',
  whatToDo:
    'Put trust, policies and boundary back. IAM is recorded in us-east-1: a guard elsewhere finds this by its sweep. A role that was made again needs no change of the trail when its name and path are the same.',
  undo: [
    'aws iam update-assume-role-policy --role-name <role> --policy-document file://<trust.json>',
    'aws iam put-role-policy --role-name <role> --policy-name <name> --policy-document file://<policy.json>',
    'aws iam delete-role-permissions-boundary --role-name <role>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  ],
};
