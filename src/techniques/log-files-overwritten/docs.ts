import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Overwrite log files',
  attack: ['T1565.001', 'T1070'],
  effect:
    'Evidence is forged or emptied: the file is there, and says something else. Nobody but CloudTrail writes below its prefix.',
  dataLost: 'The files as they were, unless the bucket has versions or a replica.',
  benignTwins:
    'CloudTrail’s own deliveries are writes to the same keys. Whoever copies old files into the bucket writes there, too.',
  whatToDo:
    'Copy the version before it back. `aws cloudtrail validate-logs` fails for each file that was changed.',
  undo: [
    'aws s3api list-object-versions --bucket <bucket> --prefix <key> --region <Region of the bucket>',
    `aws s3api copy-object --bucket <bucket> --key <key> --copy-source '<bucket>/<key>?versionId=<version id>' --region <Region of the bucket>`,
    'aws cloudtrail validate-logs --trail-arn <trail ARN> --start-time <time> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-cli.html',
  ],
};
