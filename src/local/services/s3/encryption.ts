import type {
  DeleteBucketEncryptionRequest,
  GetBucketEncryptionOutput,
  GetBucketEncryptionRequest,
  PutBucketEncryptionRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { accessBucket } from './access-bucket.ts';
import { defaultEncryption } from './bucket.ts';
import { invalidArgument, malformedXml } from './s3-error.ts';

const ALGORITHMS: readonly unknown[] = ['AES256', 'aws:kms', 'aws:kms:dsse'];

/** Whether the key that is named exists is not asked, here or by AWS: objects will show it. */
export const PutBucketEncryption: Operation<PutBucketEncryptionRequest, void> = (input, call) => {
  const { settings } = accessBucket(input.Bucket, call);
  const [rule, ...more] = input.ServerSideEncryptionConfiguration?.Rules ?? [];
  const { SSEAlgorithm: algorithm, KMSMasterKeyID: key } = rule?.ApplyServerSideEncryptionByDefault ?? {};
  if (!rule || more.length > 0 || !ALGORITHMS.includes(algorithm)) throw malformedXml();
  if (algorithm === 'AES256' && key !== undefined) {
    throw invalidArgument('a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms');
  }
  settings.encryption = { Rules: [{ ...rule, BucketKeyEnabled: rule.BucketKeyEnabled ?? false }] };
};

export const GetBucketEncryption: Operation<GetBucketEncryptionRequest, GetBucketEncryptionOutput> = (
  input,
  call,
) => ({ ServerSideEncryptionConfiguration: accessBucket(input.Bucket, call).settings.encryption });

/** Puts back what every bucket has: encryption cannot be off. */
export const DeleteBucketEncryption: Operation<DeleteBucketEncryptionRequest, void> = (input, call) => {
  accessBucket(input.Bucket, call).settings.encryption = defaultEncryption();
};
