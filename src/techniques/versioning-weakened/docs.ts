import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Suspend the versioning of the log bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'From then on an overwritten or deleted file is gone, not hidden behind a newer version. Usually the step before deleting.',
  dataLost: 'Files that were overwritten or deleted while it was suspended.',
  benignTwins:
    'Suspending saves the cost of versions. A record that sets MfaDelete to Disabled beside Enabled repeats what most buckets have: that is compared in the state.',
  whatToDo: 'Turn versioning on again. MFA delete can be turned on by the root user with a device alone.',
  undo: [
    'aws s3api put-bucket-versioning --bucket <bucket> --versioning-configuration Status=Enabled --region <Region of the bucket>',
    `aws s3api put-bucket-versioning --bucket <bucket> --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa '<device ARN> <code>' --region <Region of the bucket>`,
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html',
  ],
};
