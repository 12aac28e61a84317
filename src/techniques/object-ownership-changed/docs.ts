import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Change the object ownership of the log bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'ACLs count again, so that a single call can open the bucket past its policy. Or files belong to whoever writes them.',
  dataLost: 'None by itself.',
  benignTwins: 'Delivery of server access logs by ACL needs another setting than BucketOwnerEnforced.',
  whatToDo: 'Set the approved object ownership again, and look at the ACL of the bucket.',
  undo: [
    `aws s3api put-bucket-ownership-controls --bucket <bucket> --ownership-controls 'Rules=[{ObjectOwnership=BucketOwnerEnforced}]' --region <Region of the bucket>`,
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  ],
};
