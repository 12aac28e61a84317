import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Open the log bucket by its ACL',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Everybody, every AWS account or a single stranger can list the bucket or write to it, whatever its policy says.',
  dataLost: 'None; what strangers did meanwhile is done.',
  benignTwins:
    'Delivery of server access logs into the same bucket needs a grant to the group LogDelivery: that is no opening.',
  whatToDo:
    'Put the approved ACL back. With the object ownership BucketOwnerEnforced no ACL counts any more.',
  undo: [
    'aws s3api put-bucket-acl --bucket <bucket> --acl private --region <Region of the bucket>',
    `aws s3api put-bucket-ownership-controls --bucket <bucket> --ownership-controls 'Rules=[{ObjectOwnership=BucketOwnerEnforced}]' --region <Region of the bucket>`,
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
  ],
};
