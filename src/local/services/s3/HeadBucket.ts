import type { HeadBucketOutput, HeadBucketRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { accessBucket } from './access-bucket.ts';

export const HeadBucket: Operation<HeadBucketRequest, HeadBucketOutput> = (input, call) => {
  const { name, region } = accessBucket(input.Bucket, call);
  return { BucketRegion: region, BucketArn: `arn:${call.partition}:s3:::${name}`, AccessPointAlias: false };
};
