import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';

interface BucketRequest {
  readonly Bucket: string | undefined;
}

/** Reads of what no bucket can be given here: they answer as AWS does for a bucket without it. */
const never =
  (code: string, message: string): Operation<BucketRequest, never> =>
  (input, call) => {
    accessBucket(input.Bucket, call);
    throw new ServiceError(code, message, 404);
  };

export const GetBucketAccelerateConfiguration: Operation<BucketRequest, object> = (input, call) => {
  accessBucket(input.Bucket, call);
  return {};
};

export const GetBucketCors = never('NoSuchCORSConfiguration', 'The CORS configuration does not exist');
export const GetBucketWebsite = never(
  'NoSuchWebsiteConfiguration',
  'The specified bucket does not have a website configuration',
);
