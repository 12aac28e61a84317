import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Exclude services from the management events',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Events of KMS or the RDS Data API go unrecorded. Those of KMS tell who disables the very key that the log files need.',
  dataLost:
    'Events of the excluded services in that time; they stay in Event history for 90 days, per Region.',
  benignTwins: 'Events of KMS are many: some exclude them to save money.',
  whatToDo:
    'Record all sources again when they were recorded before, and read the events of KMS in Event history. PutEventSelectors replaces every selector: the command records all management events, so add the data events that the trail had.',
  undo: [
    'aws cloudtrail get-event-selectors --trail-name <trail ARN> --region <home Region>',
    `aws cloudtrail put-event-selectors --trail-name <trail ARN> --region <home Region> --event-selectors '[{"ReadWriteType":"All","IncludeManagementEvents":true,"ExcludeManagementEventSources":[]}]'`,
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
  ],
};
