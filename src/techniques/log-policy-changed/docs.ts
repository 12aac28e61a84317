import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Mask or reshape what readers of the log group see',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Addresses, keys or ARNs are masked, or events get another form, so that filters and detections no longer match. Without the account’s subscription policy a feed of all log groups ends.',
  dataLost:
    'The feed of that time, where the account’s policy carried it. Masked values stay and can be read with the right logs:Unmask. The files in S3 are as they were.',
  benignTwins:
    'Data protection is a good thing for application logs; an account-wide one takes the trail’s group along when its selection does not leave it out. Resource policies only let services write, and CloudTrail uses a role: they are told as information.',
  whatToDo:
    'Delete the policy of the log group, or leave the group out of the account’s. A policy works on new events alone. The guard sees that the group has one, and leaves it to people: some data has to be masked.',
  undo: [
    'aws logs delete-data-protection-policy --log-group-identifier <log group ARN> --region <home Region>',
    'aws logs delete-transformer --log-group-identifier <log group ARN> --region <home Region>',
    'aws logs describe-account-policies --policy-type SUBSCRIPTION_FILTER_POLICY --region <home Region>',
    'aws logs put-account-policy --policy-name <name> --policy-type SUBSCRIPTION_FILTER_POLICY --policy-document file://<policy.json> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDataProtectionPolicy.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutTransformer.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html',
  ],
};
