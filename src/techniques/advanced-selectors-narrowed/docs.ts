import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Filter the management events by advanced selectors',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Only what the filter takes is recorded: everything but one call, one principal or one service, for instance. Logging stays on.',
  dataLost:
    'Events that no selector takes, in that time; management events stay in Event history for 90 days, per Region.',
  benignTwins:
    'For trails, CloudTrail takes only readOnly and eventSource for management events today; a filter on something else is rare, and often an attempt that is refused.',
  whatToDo:
    'Record all management events again. PutEventSelectors replaces every selector: the command records all management events, so add the data events that the trail had.',
  undo: [
    'aws cloudtrail get-event-selectors --trail-name <trail ARN> --region <home Region>',
    `aws cloudtrail put-event-selectors --trail-name <trail ARN> --region <home Region> --event-selectors '[{"ReadWriteType":"All","IncludeManagementEvents":true,"ExcludeManagementEventSources":[]}]'`,
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html',
  ],
};
