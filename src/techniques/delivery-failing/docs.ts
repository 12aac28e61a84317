import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Keep log files from reaching the bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'The trail logs, and nothing arrives: the bucket is gone or denies CloudTrail, or the key is out of reach. In another account’s bucket this is all that can be seen of it.',
  dataLost: 'Nothing when the cause is repaired within 30 days: CloudTrail tries for 30 days to deliver.',
  benignTwins:
    'An account in which nothing happens delivers nothing: a late time counts only when there was something to deliver. Errors of a busy service count only when they last.',
  whatToDo:
    'Read the error, then the policy of bucket and key. The difference that caused it is put back where the guard may; delivery starts again by itself.',
  undo: [
    'aws cloudtrail get-trail-status --name <trail ARN> --region <home Region>',
    'aws s3api get-bucket-policy --bucket <bucket> --region <Region of the bucket>',
    'aws kms describe-key --key-id <key ARN> --region <Region of the key>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html',
  ],
};
