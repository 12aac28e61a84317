import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete the log bucket',
  attack: ['T1562.008', 'T1685.002', 'T1485'],
  effect:
    'Nothing can be delivered: NoSuchBucket. The name is free, and any account may take it and receive your logs. A bucket has to be empty first, so its files went before, which only data events show.',
  dataLost:
    'All files that were in it. What CloudTrail could not deliver meanwhile comes, when the same name is yours again within 30 days.',
  benignTwins:
    'Labs are torn down with their bucket. A refusal because the bucket is not empty is an attempt.',
  whatToDo:
    'See whether the name is still free and create it with everything that was approved. When somebody else has it, make another bucket and point the trail at that: never deliver into a stranger’s.',
  undo: [
    'aws s3api head-bucket --bucket <bucket> --expected-bucket-owner <account id> --region <Region of the bucket>',
    'aws s3api create-bucket --bucket <bucket> --create-bucket-configuration LocationConstraint=<Region> --region <Region of the bucket>',
    'aws s3api put-bucket-policy --bucket <bucket> --policy file://<policy.json> --region <Region of the bucket>',
    'aws s3api put-bucket-versioning --bucket <bucket> --versioning-configuration Status=Enabled --region <Region of the bucket>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html',
  ],
};
