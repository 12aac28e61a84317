import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Take the public access block away',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A policy or an ACL can now open the log files to everybody. S3 applies the stricter of the bucket’s and the account’s settings, so both are watched.',
  dataLost: 'None; what strangers read meanwhile stays read.',
  benignTwins:
    'Other buckets of the account may have to be public: then the account’s setting goes, and each bucket’s own protects it. The record of the account’s setting names no bucket.',
  whatToDo:
    'Turn the four settings of the bucket on again. The guard does not change the account’s: see yourself who turned them off.',
  undo: [
    'aws s3api put-public-access-block --bucket <bucket> --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true --region <Region of the bucket>',
    'aws s3control put-public-access-block --account-id <account id> --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true --region <Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  ],
};
