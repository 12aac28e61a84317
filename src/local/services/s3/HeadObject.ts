import type { HeadObjectOutput, HeadObjectRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { accessBucket } from './access-bucket.ts';
import { describeObject, findObject } from './find-object.ts';

export const HeadObject: Operation<HeadObjectRequest, HeadObjectOutput> = (input, call) => {
  refuseUnsupported(input, 'Range', 'PartNumber', 'IfMatch', 'IfNoneMatch', 'IfModifiedSince');
  const bucket = accessBucket(input.Bucket, call);
  return describeObject(bucket, findObject(bucket, input));
};
