import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Stop recording data events or network activity events',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Reads, writes and deletions of objects, items and functions go unrecorded, those of the log bucket itself among them. Management events go on, so the trail looks alive.',
  dataLost:
    'Data and network activity events of that time. Event history holds management events alone, so nothing brings them back.',
  benignTwins:
    'Data events cost money: people narrow them to what they need. The record holds what is set, not what was there before; only the baseline tells whether less is recorded.',
  whatToDo:
    'Set the approved selectors, all of them: PutEventSelectors replaces the whole set. Server access logs of a bucket, if it has any, show its objects’ deletions of that time.',
  undo: [
    'aws cloudtrail get-event-selectors --trail-name <trail ARN> --region <home Region>',
    'aws cloudtrail put-event-selectors --trail-name <trail ARN> --event-selectors <as approved> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
  ],
};
