import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Mask what readers of the log group see',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Addresses, keys or names are replaced by asterisks for whoever reads the log group, for its metric filters and its feeds, so that alarms and detections no longer match.',
  dataLost:
    'Nothing is: what is masked can be read with logs:Unmask. What is masked is masked as it comes in; whether that goes with the policy, AWS does not say. What filters passed on stays as they passed it on. The files in S3 are as they were.',
  benignTwins:
    'Somebody has to mask personal data. The guard takes the policy away all the same, because nobody approved it: whoever reads the group sees new events in full again, as was approved. Approve it, or open a window before. A trail that is adopted with a policy keeps it: it is put back when it is changed or deleted.',
  whatToDo:
    'Delete the policy that nobody approved, or put the approved one back. Either works on new events alone. A policy that sends its findings somewhere takes more permissions than the guard has; then it tells.',
  undo: [
    'aws logs delete-data-protection-policy --log-group-identifier <log group> --region <home Region>',
    'aws logs put-data-protection-policy --log-group-identifier <log group> --policy-document file://<policy.json> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDataProtectionPolicy.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteDataProtectionPolicy.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/data-protection-policy-permissions.html',
  ],
};
