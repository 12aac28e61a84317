import type {
  DeleteBucketEncryptionRequest,
  GetBucketEncryptionOutput,
  GetBucketEncryptionRequest,
  PutBucketEncryptionRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';
import { defaultEncryption } from './bucket.ts';

export const PutBucketEncryption: Operation<PutBucketEncryptionRequest, void> = (input, call) => {
  const { settings } = accessBucket(input.Bucket, call);
  const configuration = input.ServerSideEncryptionConfiguration;
  if (!configuration?.Rules?.length) {
    throw new ServiceError('MalformedXML', 'The XML you provided was not well-formed');
  }
  settings.encryption = configuration;
};

export const GetBucketEncryption: Operation<GetBucketEncryptionRequest, GetBucketEncryptionOutput> = (
  input,
  call,
) => ({ ServerSideEncryptionConfiguration: accessBucket(input.Bucket, call).settings.encryption });

/** Puts back what every bucket has: encryption cannot be off. */
export const DeleteBucketEncryption: Operation<DeleteBucketEncryptionRequest, void> = (input, call) => {
  accessBucket(input.Bucket, call).settings.encryption = defaultEncryption();
};
