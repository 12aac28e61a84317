import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete log files',
  attack: ['T1070', 'T1485', 'T1685.002'],
  effect:
    'Evidence is gone. Deleting a digest as well hides what is missing. Only data events of the log bucket show it, or notifications of S3.',
  dataLost: 'The files, unless the bucket has versions or a replica.',
  benignTwins:
    'Whoever tidies up deletes old files. A lifecycle rule deletes without any such record. DeleteObjects does not record which keys, so every one of them on the log bucket counts.',
  whatToDo:
    'In a versioned bucket remove the delete markers; else copy from a replica. `aws cloudtrail validate-logs` lists what is missing.',
  undo: [
    'aws s3api list-object-versions --bucket <bucket> --prefix AWSLogs/ --region <Region of the bucket>',
    'aws s3api delete-object --bucket <bucket> --key <key> --version-id <id of the delete marker> --region <Region of the bucket>',
    'aws cloudtrail validate-logs --trail-arn <trail ARN> --start-time <time> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-cli.html',
  ],
};
