import type {
  DeleteBucketOwnershipControlsRequest,
  GetBucketOwnershipControlsOutput,
  GetBucketOwnershipControlsRequest,
  PutBucketOwnershipControlsRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';

export const PutBucketOwnershipControls: Operation<PutBucketOwnershipControlsRequest, void> = (
  input,
  call,
) => {
  const { settings } = accessBucket(input.Bucket, call);
  if (input.OwnershipControls?.Rules?.length !== 1) {
    throw new ServiceError('MalformedXML', 'The XML you provided was not well-formed');
  }
  settings.ownershipControls = input.OwnershipControls;
};

export const GetBucketOwnershipControls: Operation<
  GetBucketOwnershipControlsRequest,
  GetBucketOwnershipControlsOutput
> = (input, call) => {
  const { ownershipControls } = accessBucket(input.Bucket, call).settings;
  if (ownershipControls) return { OwnershipControls: ownershipControls };
  throw new ServiceError(
    'OwnershipControlsNotFoundError',
    'The bucket ownership controls were not found',
    404,
  );
};

export const DeleteBucketOwnershipControls: Operation<DeleteBucketOwnershipControlsRequest, void> = (
  input,
  call,
) => {
  accessBucket(input.Bucket, call).settings.ownershipControls = undefined;
};
