import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete an event data store of CloudTrail Lake',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'It takes no more events and answers no query. After seven days it and everything in it are gone. Termination protection and federation have to be turned off before, which are calls of their own.',
  dataLost: 'Events of that time; after seven days everything that was in the store.',
  benignTwins: 'A store that is no longer needed. Then somebody knows of it.',
  whatToDo:
    'Restore it at once: there are seven days. Then start its ingestion and turn termination protection on again.',
  undo: [
    'aws cloudtrail restore-event-data-store --event-data-store <event data store ARN> --region <home Region>',
    'aws cloudtrail start-event-data-store-ingestion --event-data-store <event data store ARN> --region <home Region>',
    'aws cloudtrail update-event-data-store --event-data-store <event data store ARN> --termination-protection-enabled --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DeleteEventDataStore.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_RestoreEventDataStore.html',
  ],
};
