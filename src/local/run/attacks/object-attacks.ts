import { randomBytes } from 'node:crypto';
import { ACCOUNT_ID } from '../start.ts';
import type { Attack } from './attack.ts';
import { LOG_FILES, WHOLE } from './whole-names.ts';

const [FIRST, SECOND] = LOG_FILES;

/** What is done to files is done: it is told. Only data events show it, and only where the trail records those of its bucket. */
const object = (attack: Pick<Attack, 'id' | 'name' | 'title' | 'act'> & Partial<Attack>): Attack => ({
  ends: 'told',
  seenBy: 'event',
  ...attack,
});

/** Group F of the catalogue, continued: the log files. */
export const OBJECT_ATTACKS: readonly Attack[] = [
  object({
    id: 'CT-54',
    name: 'log-files-deleted',
    title: 'Delete log files',
    act: ({ s3, bucket }) =>
      s3('DeleteObjects', { Bucket: bucket, Delete: { Objects: LOG_FILES.map((Key) => ({ Key })) } }),
    twin: {
      title: 'Delete customers’ data',
      act: ({ s3 }) => s3('DeleteObject', { Bucket: WHOLE.dataBucket, Key: 'customers.csv' }),
    },
  }),
  object({
    id: 'CT-55',
    name: 'log-files-overwritten',
    title: 'Overwrite a log file',
    act: ({ s3, bucket }) => s3('PutObject', { Bucket: bucket, Key: FIRST, Body: '{"Records":[]}' }),
    twin: {
      title: 'Write customers’ data',
      act: ({ s3 }) => s3('PutObject', { Bucket: WHOLE.dataBucket, Key: 'customers.csv', Body: '' }),
    },
  }),
  object({
    id: 'CT-56',
    name: 'log-files-reencrypted',
    title: 'Encrypt a log file with a key that nobody else has',
    act: ({ s3, bucket }) =>
      s3('CopyObject', {
        Bucket: bucket,
        Key: SECOND,
        CopySource: `${bucket}/${FIRST}`,
        SSECustomerAlgorithm: 'AES256',
        SSECustomerKey: randomBytes(32).toString('base64'),
      }),
    twin: {
      title: 'Copy a log file elsewhere',
      act: ({ s3, bucket }) =>
        s3('CopyObject', {
          Bucket: WHOLE.accessBucket,
          Key: 'copy.json.gz',
          CopySource: `${bucket}/${FIRST}`,
        }),
    },
  }),
  object({
    id: 'CT-57',
    name: 'batch-job-created',
    title: 'Tag log files for a rule that deletes them',
    async act({ s3, s3control, bucket, region }) {
      await s3control('CreateJob', {
        AccountId: ACCOUNT_ID,
        Operation: { S3PutObjectTagging: { TagSet: [{ Key: 'expire', Value: 'now' }] } },
        Manifest: {
          Spec: { Format: 'S3BatchOperations_CSV_20180820', Fields: ['Bucket', 'Key'] },
          Location: { ObjectArn: `arn:aws:s3:::${bucket}/manifest.csv`, ETag: 'e' },
        },
        Report: { Enabled: false },
        Priority: 1,
        RoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/replicator`,
        ClientRequestToken: `tag in ${region}`,
        ConfirmationRequired: false,
      });
      await s3('PutObjectTagging', {
        Bucket: bucket,
        Key: FIRST,
        Tagging: { TagSet: [{ Key: 'expire', Value: 'now' }] },
      });
    },
  }),
];
