import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete the log group of the trail',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'CloudTrail cannot deliver to CloudWatch Logs any more. Metric filters and subscription filters are deleted with the group, so alarms and the SIEM’s feed go silent. The trail logs on, into S3.',
  dataLost:
    'Everything that was in the log group, and its stream to others of that time. The files in S3 stay.',
  benignTwins: 'Tools delete the group when a stack is torn down; CloudFormation does it as “AWS Internal”.',
  whatToDo:
    'Create it with the same name, retention, key and filters. The trail needs no change, as its ARN is the same. Search the files in S3 for what alarms missed.',
  undo: [
    'aws logs create-log-group --log-group-name <log group> --region <home Region>',
    'aws logs put-retention-policy --log-group-name <log group> --retention-in-days <days> --region <home Region>',
    'aws logs put-metric-filter --log-group-name <log group> --filter-name <name> --filter-pattern <pattern> --metric-transformations <as approved> --region <home Region>',
    'aws logs put-subscription-filter --log-group-name <log group> --filter-name <name> --filter-pattern <pattern> --destination-arn <ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-log-group-log-stream-naming-for-cloudtrail.html',
  ],
};
