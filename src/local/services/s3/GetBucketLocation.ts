import type { BucketLocationConstraint, GetBucketLocationRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { findOwnBucket } from './access-bucket.ts';

interface GetBucketLocationOutput {
  LocationConstraint?: BucketLocationConstraint;
}

/** Answers in every Region, and with nothing for us-east-1. */
export const GetBucketLocation: Operation<GetBucketLocationRequest, GetBucketLocationOutput> = (
  input,
  call,
) => {
  const { region } = findOwnBucket(input.Bucket, call);
  return region === 'us-east-1' ? {} : { LocationConstraint: region as BucketLocationConstraint };
};
