import type {
  DeletePublicAccessBlockRequest,
  GetPublicAccessBlockOutput,
  GetPublicAccessBlockRequest,
  PutPublicAccessBlockRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';
import { completeBlock } from './account-public-access-block.ts';

export const PutPublicAccessBlock: Operation<PutPublicAccessBlockRequest, void> = (input, call) => {
  const { settings } = accessBucket(input.Bucket, call);
  settings.publicAccessBlock = completeBlock(input.PublicAccessBlockConfiguration);
};

export const GetPublicAccessBlock: Operation<GetPublicAccessBlockRequest, GetPublicAccessBlockOutput> = (
  input,
  call,
) => {
  const { publicAccessBlock } = accessBucket(input.Bucket, call).settings;
  if (publicAccessBlock) return { PublicAccessBlockConfiguration: publicAccessBlock };
  throw noPublicAccessBlock();
};

export const DeletePublicAccessBlock: Operation<DeletePublicAccessBlockRequest, void> = (input, call) => {
  accessBucket(input.Bucket, call).settings.publicAccessBlock = undefined;
};

export const noPublicAccessBlock = () =>
  new ServiceError(
    'NoSuchPublicAccessBlockConfiguration',
    'The public access block configuration was not found',
    404,
  );
