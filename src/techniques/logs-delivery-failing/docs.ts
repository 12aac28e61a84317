import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Keep events from reaching CloudWatch Logs',
  attack: ['T1562.008', 'T1685.002'],
  effect: 'Alarms and the SIEM’s feed go silent. The trail logs on, into S3.',
  dataLost: 'Events of that time in CloudWatch Logs. The files in S3 stay.',
  benignTwins:
    'An account in which nothing happens delivers nothing: a late time counts only when there was something to deliver. Errors of a busy service count only when they last.',
  whatToDo: 'Read the error; the log group, its key and the role are compared for themselves.',
  undo: [
    'aws cloudtrail get-trail-status --name <trail ARN> --region <home Region>',
    'aws logs describe-log-groups --log-group-name-prefix <log group> --region <home Region>',
    'aws iam list-role-policies --role-name <role>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html',
  ],
};
