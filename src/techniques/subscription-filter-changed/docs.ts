import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Remove or narrow the feed to the SIEM',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'The receiver gets no more events, or all but the attacker’s, or somebody else gets them. Putting a filter of the same name replaces it, so the call looks like an improvement.',
  dataLost:
    'Events of that time at the receiver. They are in the log group and in S3, and can be read from there.',
  benignTwins: 'A receiver is replaced. The record shows what is set, not what was before.',
  whatToDo: 'Put the approved filter back, and have the receiver read the events of that time.',
  undo: [
    'aws logs describe-subscription-filters --log-group-name <log group> --region <home Region>',
    'aws logs put-subscription-filter --log-group-name <log group> --filter-name <name> --filter-pattern <pattern> --destination-arn <ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteSubscriptionFilter.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
  ],
};
