import type {
  DeletePublicAccessBlockRequest,
  GetPublicAccessBlockOutput,
  GetPublicAccessBlockRequest,
  PutPublicAccessBlockRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';

export const PutPublicAccessBlock: Operation<PutPublicAccessBlockRequest, void> = (input, call) => {
  const { settings } = accessBucket(input.Bucket, call);
  const given = input.PublicAccessBlockConfiguration ?? {};
  settings.publicAccessBlock = {
    BlockPublicAcls: given.BlockPublicAcls ?? false,
    IgnorePublicAcls: given.IgnorePublicAcls ?? false,
    BlockPublicPolicy: given.BlockPublicPolicy ?? false,
    RestrictPublicBuckets: given.RestrictPublicBuckets ?? false,
  };
};

export const GetPublicAccessBlock: Operation<GetPublicAccessBlockRequest, GetPublicAccessBlockOutput> = (
  input,
  call,
) => {
  const { publicAccessBlock } = accessBucket(input.Bucket, call).settings;
  if (publicAccessBlock) return { PublicAccessBlockConfiguration: publicAccessBlock };
  throw new ServiceError(
    'NoSuchPublicAccessBlockConfiguration',
    'The public access block configuration was not found',
    404,
  );
};

export const DeletePublicAccessBlock: Operation<DeletePublicAccessBlockRequest, void> = (input, call) => {
  accessBucket(input.Bucket, call).settings.publicAccessBlock = undefined;
};
