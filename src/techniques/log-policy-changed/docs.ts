import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Mask, reshape or cut off the log groups of the whole account',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A policy of the account masks addresses, keys or ARNs in every log group, or gives their events another form, so that filters and detections no longer match. Without the account’s subscription policy a feed of all log groups ends.',
  dataLost:
    'The feed of that time, where the account’s policy carried it. Events of that time may stay masked, and can be read with the right logs:Unmask. The files in S3 are as they were.',
  benignTwins:
    'Data protection is a good thing for application logs; an account-wide one takes the trail’s group along. Resource policies only let services write, and CloudTrail uses a role: they are told as information.',
  whatToDo:
    'Delete the account’s policy, or narrow it: a transformer by the prefix of log group names, a feed by names that are left out. Masking reaches every log group; mask those that need it one by one. The guard leaves it to people, since it is about all log groups and nobody approved what it must be. That the group is masked so also shows in the state; a transformer or a feed of the account shows in events alone.',
  undo: [
    'aws logs describe-account-policies --policy-type DATA_PROTECTION_POLICY --region <home Region>',
    'aws logs delete-account-policy --policy-name <name> --policy-type DATA_PROTECTION_POLICY --region <home Region>',
    'aws logs delete-account-policy --policy-name <name> --policy-type TRANSFORMER_POLICY --region <home Region>',
    'aws logs put-account-policy --policy-name <name> --policy-type SUBSCRIPTION_FILTER_POLICY --policy-document file://<policy.json> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteAccountPolicy.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html',
  ],
};
