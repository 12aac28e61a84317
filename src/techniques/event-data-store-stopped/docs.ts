import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Stop an event data store of CloudTrail Lake',
  attack: ['T1562.008', 'T1685.002'],
  effect: 'No more events go into it. Trails are untouched, so nothing shows there.',
  dataLost: 'Events of that time in that store. A trail that records the same events still has them.',
  benignTwins: 'A store that is no longer needed is stopped to save money.',
  whatToDo:
    'Start it again when it is still needed. CloudTrail Lake takes no new customers since 2026, so a store is somebody’s of before.',
  undo: [
    'aws cloudtrail start-event-data-store-ingestion --event-data-store <event data store ARN> --region <home Region>',
    'aws cloudtrail get-event-data-store --event-data-store <event data store ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopEventDataStoreIngestion.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartEventDataStoreIngestion.html',
  ],
};
