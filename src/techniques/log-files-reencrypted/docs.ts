import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Encrypt log files with a foreign key',
  attack: ['T1486', 'T1685.002'],
  effect:
    'The files are overwritten in place with a key that only the attacker holds: one sent along with the request (SSE-C), or a KMS key of another account. S3 does not keep such a key.',
  dataLost: 'The files, unless the bucket has versions or a replica.',
  benignTwins:
    'A KMS key of another account may be your organization’s central one; CloudTrail itself may write with it.',
  whatToDo:
    'Copy the version before it back. Stop the caller first: it goes through the bucket file by file.',
  undo: [
    'aws s3api list-object-versions --bucket <bucket> --prefix AWSLogs/ --region <Region of the bucket>',
    `aws s3api copy-object --bucket <bucket> --key <key> --copy-source '<bucket>/<key>?versionId=<version id>' --region <Region of the bucket>`,
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html',
  ],
};
