import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Fill the quota of trails, so that none can be created again',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A Region holds five trails at most, and the limit cannot be raised. Once strangers’ trails fill it, a deleted trail cannot be created again: MaximumNumberOfTrailsExceededException.',
  dataLost: 'Nothing by itself. The time in the dark of a deleted trail grows until there is room.',
  benignTwins:
    'Everybody who needs a trail creates one. So a CreateTrail is told as information; the technique shows when a deleted trail cannot be put back for want of room, and the message says so.',
  whatToDo:
    'Choose which trail to delete: the guard never deletes one that it did not create. A multi-Region trail counts as one trail in every Region.',
  undo: [
    'aws cloudtrail describe-trails --region <home Region>',
    'aws cloudtrail delete-trail --name <ARN of a trail nobody needs> --region <home Region>',
    'aws cloudtrail create-trail --name <trail name> --s3-bucket-name <bucket> --is-multi-region-trail --enable-log-file-validation --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html',
  ],
};
