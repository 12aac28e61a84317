import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { type Bucket, findBucket } from './bucket.ts';

/**
 * The bucket a call means, from whatever Region.
 * @throws ServiceError `NoSuchBucket`; `AccessDenied` for another account's bucket
 */
export function findOwnBucket(name: string | undefined, { world, accountId }: Call): Bucket {
  const bucket = findBucket(world, name ?? '');
  if (!bucket) throw new ServiceError('NoSuchBucket', 'The specified bucket does not exist', 404);
  if (bucket.accountId !== accountId) throw new ServiceError('AccessDenied', 'Access Denied', 403);
  return bucket;
}

/**
 * The bucket a call works on, which must be signed for the bucket's Region.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
 * @throws ServiceError also `PermanentRedirect`
 */
export function accessBucket(name: string | undefined, call: Call): Bucket {
  const bucket = findOwnBucket(name, call);
  if (bucket.region === call.region) return bucket;
  throw new ServiceError(
    'PermanentRedirect',
    'The bucket you are attempting to access must be addressed using the specified endpoint. ' +
      `Please send all future requests to this endpoint: ${bucket.name}.s3.${bucket.region}.amazonaws.com.`,
    301,
  );
}
