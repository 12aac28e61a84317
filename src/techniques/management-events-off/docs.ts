import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Turn off the management events of a trail',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'No selector takes management events any more. Logging stays on, and as far as this is the only trail, EventBridge gets no API calls either. The call shows it as this; the state alone shows two differences, and tells them as lost writes and lost reads.',
  dataLost:
    'Events of that time are never recorded by this trail. Management events stay in Event history for 90 days, per Region; data, network activity and Insights events are gone.',
  benignTwins:
    'A trail for data events alone is set up so on purpose, beside another trail for management events.',
  whatToDo:
    'Record management events again, and read Event history for the time between. PutEventSelectors replaces every selector: the command records all management events, so add the data events that the trail had.',
  undo: [
    'aws cloudtrail get-event-selectors --trail-name <trail ARN> --region <home Region>',
    `aws cloudtrail put-event-selectors --trail-name <trail ARN> --region <home Region> --event-selectors '[{"ReadWriteType":"All","IncludeManagementEvents":true,"ExcludeManagementEventSources":[]}]'`,
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
    'https://stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.cloudtrail-event-selectors/',
  ],
};
