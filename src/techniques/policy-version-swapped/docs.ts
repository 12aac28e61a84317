import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Swap the version of a policy of the delivery role',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'The role keeps its name, trust and policies; what one of them says is another. CloudTrail can no longer write to CloudWatch Logs. No call names the role.',
  dataLost: 'Events of that time in CloudWatch Logs. The files in S3 stay.',
  benignTwins:
    'Policies get new versions with every change. Only the state tells whether CloudTrail can still write with this one.',
  whatToDo:
    'Set the approved version as the default. A policy keeps five versions; one that was pushed out has to be created again. The guard’s own role has inline policies only, so no such call reaches it.',
  undo: [
    'aws iam list-policy-versions --policy-arn <policy ARN>',
    'aws iam set-default-policy-version --policy-arn <policy ARN> --version-id <approved version>',
  ],
  references: [
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html',
  ],
};
