import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { type Bucket, findBucket } from './bucket.ts';

/**
 * The bucket a call means, from whatever Region. Whether the caller may do that with it was asked before (`guard-buckets.ts`).
 * @throws ServiceError `NoSuchBucket`
 */
export function requireBucket(name: string | undefined, { world }: Call): Bucket {
  const bucket = findBucket(world, name ?? '');
  if (!bucket) throw new ServiceError('NoSuchBucket', 'The specified bucket does not exist', 404);
  return bucket;
}

/**
 * The bucket a call works on, which must be signed for the bucket's Region.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
 * @throws ServiceError also `PermanentRedirect`, which names the Region: clients that were told to go there do
 */
export function accessBucket(name: string | undefined, call: Call): Bucket {
  const bucket = requireBucket(name, call);
  if (bucket.region === call.region) return bucket;
  throw new ServiceError(
    'PermanentRedirect',
    'The bucket you are attempting to access must be addressed using the specified endpoint. ' +
      `Please send all future requests to this endpoint: ${bucket.name}.s3.${bucket.region}.amazonaws.com.`,
    301,
    { 'x-amz-bucket-region': bucket.region },
  );
}
