import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Replace the policy of the log bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'CloudTrail may no longer write, or readers are shut out, or strangers may read or delete, or a statement that protects files is gone. The trail logs on.',
  dataLost:
    'Nothing of the delivery when the policy is put back within 30 days: CloudTrail tries for 30 days to deliver what it could not deliver. What strangers read or deleted meanwhile is done.',
  benignTwins:
    'Policies are changed to let another account deliver or read. The comparison asks what the policy permits, not how it is written; more accounts that deliver are no drift.',
  whatToDo:
    'Put the approved policy back. A policy that denies everyone can be removed by the root user of the bucket’s account alone.',
  undo: [
    'aws s3api get-bucket-policy --bucket <bucket> --region <Region of the bucket>',
    'aws s3api put-bucket-policy --bucket <bucket> --policy file://<policy.json> --region <Region of the bucket>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  ],
};
