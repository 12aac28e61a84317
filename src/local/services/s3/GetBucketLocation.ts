import type { BucketLocationConstraint, GetBucketLocationRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { accessBucket, requireBucket } from './access-bucket.ts';

interface GetBucketLocationOutput {
  LocationConstraint?: BucketLocationConstraint;
}

/** us-east-1 answers for buckets of all Regions, every other for its own; the answer for us-east-1 is nothing. */
export const GetBucketLocation: Operation<GetBucketLocationRequest, GetBucketLocationOutput> = (
  input,
  call,
) => {
  const find = call.region === 'us-east-1' ? requireBucket : accessBucket;
  const { region } = find(input.Bucket, call);
  return region === 'us-east-1' ? {} : { LocationConstraint: region as BucketLocationConstraint };
};
