import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';

interface BucketRequest {
  readonly Bucket: string | undefined;
}

/** Reads of what no bucket can be given here: they answer as AWS does for a bucket without it. */
const always =
  <Output>(output: Output): Operation<BucketRequest, Output> =>
  (input, call) => {
    accessBucket(input.Bucket, call);
    return output;
  };

const never =
  (code: string, message: string): Operation<BucketRequest, never> =>
  (input, call) => {
    accessBucket(input.Bucket, call);
    throw new ServiceError(code, message, 404);
  };

export const GetBucketAccelerateConfiguration = always({});
export const GetBucketRequestPayment = always({ Payer: 'BucketOwner' as const });
export const GetBucketNotificationConfiguration = always({});
export const GetBucketCors = never('NoSuchCORSConfiguration', 'The CORS configuration does not exist');
export const GetBucketWebsite = never(
  'NoSuchWebsiteConfiguration',
  'The specified bucket does not have a website configuration',
);
export const GetBucketReplication = never(
  'ReplicationConfigurationNotFoundError',
  'The replication configuration was not found',
);
export const GetObjectLockConfiguration = never(
  'ObjectLockConfigurationNotFoundError',
  'Object Lock configuration does not exist for this bucket',
);
