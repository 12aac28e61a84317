import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Detach a trail from CloudWatch Logs',
  attack: ['T1562.008', 'T1685.002'],
  effect: 'Metric filters, alarms and subscriptions on the log group starve. Delivery to S3 goes on.',
  dataLost: 'Nothing in S3; events of that time are missing in the log group.',
  benignTwins:
    'The console sends every field in a save of the whole trail. There, an empty field says nothing about what was before; the record shows the technique only when the call names the field without saving the whole trail.',
  whatToDo:
    'Attach the log group again. A role that was just made is refused for some seconds (InvalidCloudWatchLogsRoleArnException): try again.',
  undo: [
    'aws cloudtrail update-trail --name <trail ARN> --region <home Region> --cloud-watch-logs-log-group-arn <log group ARN> --cloud-watch-logs-role-arn <role ARN>',
    'aws cloudtrail get-trail --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
  ],
};
