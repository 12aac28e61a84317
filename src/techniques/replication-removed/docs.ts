import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Stop the replication of the log bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'The copy in another account or Region, which an attacker here cannot delete, no longer grows. Or it goes to a stranger.',
  dataLost: 'Copies of files of that time. Replication does not make up for them; S3 Batch Replication does.',
  benignTwins: 'A destination is moved. The record shows what is set, not what was before.',
  whatToDo:
    'Put the approved replication back with credentials of your own: it passes a role, which the guard may not.',
  undo: [
    'aws s3api put-bucket-replication --bucket <bucket> --replication-configuration file://<replication.json> --region <Region of the bucket>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketReplication.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-batch-replication-batch.html',
  ],
};
