import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Limit a trail to its home Region',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'The shadow trails in all other Regions are deleted; only the home Region is recorded. Logging stays on.',
  dataLost:
    'Events of all other Regions in that time. Management events stay in Event history for 90 days, per Region.',
  benignTwins:
    'A trail that never had it is saved with the same false by the console. The record cannot tell, but the trail ends up without.',
  whatToDo:
    'Make it a multi-Region trail again, and read Event history of the other Regions for the time between.',
  undo: [
    'aws cloudtrail update-trail --name <trail ARN> --region <home Region> --is-multi-region-trail',
    'aws cloudtrail get-trail --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html',
  ],
};
