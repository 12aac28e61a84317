import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Take an organization trail away from its member accounts',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'The trail is deleted in every member account and records the management account alone. Logging stays on there.',
  dataLost:
    'Events of all member accounts in that time. Management events stay in their Event history for 90 days, per Region.',
  benignTwins:
    'A save of the whole trail in the console says `false` for every trail that never was one of the organization, and shows nothing. A targeted call on such a trail does no harm, either.',
  whatToDo:
    'Make it an organization trail again, from the management account: it owns the trail, and nobody else sees it any more.',
  undo: [
    'aws cloudtrail update-trail --name <trail ARN> --region <home Region> --is-organization-trail',
    'aws cloudtrail get-trail --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html',
  ],
};
