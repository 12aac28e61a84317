import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Take the protection or the breadth of an event data store away',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Without termination protection it can be deleted; without its Regions or member accounts it records less. A shorter retention and narrower selectors are set by the same call.',
  dataLost:
    'Events that were left out in that time, and events older than a shortened retention once they are purged.',
  benignTwins:
    'The record holds what is set, not what was there before: every retention that is set is told, a longer one, too; other selectors show nothing by themselves, and are told as a change of settings.',
  whatToDo:
    'Compare the store with its definition, and set termination protection first: a deletion may follow.',
  undo: [
    'aws cloudtrail get-event-data-store --event-data-store <event data store ARN> --region <home Region>',
    'aws cloudtrail update-event-data-store --event-data-store <event data store ARN> --termination-protection-enabled --multi-region-enabled --retention-period <days> --region <home Region>',
  ],
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateEventDataStore.html'],
};
