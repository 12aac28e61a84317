import type { DeleteBucketRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';
import { bucketsOf } from './bucket.ts';

export const DeleteBucket: Operation<DeleteBucketRequest, void> = (input, call) => {
  const bucket = accessBucket(input.Bucket, call);
  if (bucket.objects.size > 0) {
    throw new ServiceError('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409);
  }
  bucketsOf(call.world).delete(bucket.name);
};
