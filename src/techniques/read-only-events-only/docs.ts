import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Record nothing but reads',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Every call that changes something goes unrecorded, while the trail looks busy. Those are also the calls that EventBridge rules wait for.',
  dataLost: 'All write management events of that time; they stay in Event history for 90 days, per Region.',
  benignTwins: 'Hardly any; a second trail for reads alone is rare.',
  whatToDo:
    'Record writes again, and read Event history for the time between. PutEventSelectors replaces every selector: the command records all management events, so add the data events that the trail had.',
  undo: [
    'aws cloudtrail get-event-selectors --trail-name <trail ARN> --region <home Region>',
    `aws cloudtrail put-event-selectors --trail-name <trail ARN> --region <home Region> --event-selectors '[{"ReadWriteType":"All","IncludeManagementEvents":true,"ExcludeManagementEventSources":[]}]'`,
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
  ],
};
