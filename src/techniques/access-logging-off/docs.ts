import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Turn off the access logging of the log bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Reads and deletions of log files leave no access log. There is no call of its own for it: an empty PutBucketLogging turns it off.',
  dataLost: 'Access log records of that time; they are not made afterwards.',
  benignTwins:
    'Access logs are moved to another bucket when that is tidied up. A call that names a target shows nothing by itself.',
  whatToDo:
    'Set the approved target again. Data events of the bucket, when the trail records them, show what was done.',
  undo: [
    'aws s3api get-bucket-logging --bucket <bucket> --region <Region of the bucket>',
    `aws s3api put-bucket-logging --bucket <bucket> --bucket-logging-status '{"LoggingEnabled":{"TargetBucket":"<target bucket>","TargetPrefix":"<prefix>"}}' --region <Region of the bucket>`,
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
  ],
};
