import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Let log files expire or move away',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'S3 itself deletes the files, once a day, without any DeleteObject in a record. Noncurrent versions can be made to go as well, or files moved to a class that readers cannot read at once.',
  dataLost:
    'Files that have expired. In a versioned bucket a delete marker can be removed as long as the version behind it is there.',
  benignTwins: 'Lifecycle rules save money: longer retention, and rules for other prefixes, are no drift.',
  whatToDo:
    'Put the approved rules back at once: S3 runs them daily. Then see which files are missing, by validating the digest chain.',
  undo: [
    'aws s3api put-bucket-lifecycle-configuration --bucket <bucket> --lifecycle-configuration file://<rules.json> --region <Region of the bucket>',
    'aws s3api delete-bucket-lifecycle --bucket <bucket> --region <Region of the bucket>',
    'aws cloudtrail validate-logs --trail-arn <trail ARN> --start-time <time> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
  ],
};
