import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Put advanced selectors over all that were there',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Advanced event selectors overwrite every basic one without a word. A single narrow selector so ends the recording of all else. Most published rules read basic selectors alone and see nothing.',
  dataLost:
    'Events that no selector took in that time. Management events stay in Event history for 90 days, per Region; data events are gone.',
  benignTwins:
    'Moving from basic to advanced selectors that record as much: then all management events are still taken, and the call shows nothing.',
  whatToDo:
    'Set the approved selectors. What exactly is no longer recorded is told by the other techniques of the same call, and by the state.',
  undo: [
    'aws cloudtrail get-event-selectors --trail-name <trail ARN> --region <home Region>',
    'aws cloudtrail put-event-selectors --trail-name <trail ARN> --event-selectors <as approved> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html',
  ],
};
