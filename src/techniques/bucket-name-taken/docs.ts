import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Take the name of the deleted log bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Once a bucket is deleted, any account can take its name. If the new owner lets CloudTrail in, delivery “recovers”, into the attacker’s hands. No event of it comes to this account.',
  dataLost: 'Log files since then are somebody else’s.',
  benignTwins: 'A bucket stays in the Region and with the owner of its making: another one is never meant.',
  whatToDo:
    'Make a new bucket with another name, or in the account’s own namespace. The guard points no trail at a bucket that is not proven to be its account’s: that refusal is told, too.',
  undo: [
    'aws s3api create-bucket --bucket <new name> --create-bucket-configuration LocationConstraint=<Region> --region <Region>',
    'aws cloudtrail update-trail --name <trail ARN> --s3-bucket-name <new name> --region <home Region>',
    'aws s3api head-bucket --bucket <bucket> --expected-bucket-owner <account> --region <Region of the bucket>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html',
  ],
};
