import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete the policy of the log bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'CloudTrail may no longer write: AccessDenied. Statements that forbade deletions or unencrypted reads are gone as well. The trail logs on.',
  dataLost:
    'Nothing when the policy is put back within 30 days: CloudTrail tries for 30 days to deliver what it could not deliver.',
  benignTwins: 'Tools delete a policy before they delete its bucket.',
  whatToDo: 'Put the approved policy back, then see who called and what was read meanwhile.',
  undo: [
    'aws s3api put-bucket-policy --bucket <bucket> --policy file://<policy.json> --region <Region of the bucket>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  ],
};
