import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Let log files be deleted by their tags or by a batch job',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A lifecycle rule that goes by tags deletes what is tagged, with no change of the rule. A job of S3 Batch Operations tags or copies millions of files at once.',
  dataLost: 'Files that were deleted meanwhile.',
  benignTwins:
    'Tags on buckets and jobs of other buckets are everyday work. The record of a job names no bucket, so it is told as information alone.',
  whatToDo: 'See which rules of the bucket go by tags, remove the tags, and cancel the job.',
  undo: [
    'aws s3control list-jobs --account-id <account id> --region <Region of the bucket>',
    'aws s3control update-job-status --account-id <account id> --job-id <job id> --requested-job-status Cancelled --region <Region of the bucket>',
    'aws s3api delete-object-tagging --bucket <bucket> --key <key> --region <Region of the bucket>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-managing-jobs.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
  ],
};
