import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Change the default encryption of the log bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A trail without a key of its own takes the bucket’s: with a stranger’s key, files arrive that you cannot read; with a disabled one, none arrive.',
  dataLost: 'Files that were written with a stranger’s key, when its owner does not let you decrypt them.',
  benignTwins:
    'Moving from S3’s own key to a KMS key of yours strengthens. A key of another account may be your organization’s central one: compare the account.',
  whatToDo:
    'Set the approved encryption again. Copy files of that time with the approved key while they can still be read.',
  undo: [
    'aws s3api get-bucket-encryption --bucket <bucket> --region <Region of the bucket>',
    'aws s3api put-bucket-encryption --bucket <bucket> --server-side-encryption-configuration file://<encryption.json> --region <Region of the bucket>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketEncryption.html',
  ],
};
