import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Point a trail at another bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'New log files go to the named bucket, which may be another account’s. Whoever reads the old one waits for files that do not come. Logging stays on.',
  dataLost: 'Files delivered meanwhile are in hands of the other bucket’s owner.',
  benignTwins:
    'Moving to a new bucket, on purpose. The console sends every field in a save of the whole trail. There, an empty field says nothing about what was before; the record shows the technique only when the call names the field without saving the whole trail.',
  whatToDo:
    'Set the bucket that was approved; make sure first that it still exists and is yours, since names of deleted buckets can be taken by anyone. Fetch the files from the other bucket when you can.',
  undo: [
    'aws cloudtrail update-trail --name <trail ARN> --region <home Region> --s3-bucket-name <bucket>',
    'aws cloudtrail get-trail --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  ],
};
