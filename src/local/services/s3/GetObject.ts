import type { GetObjectOutput, GetObjectRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { accessBucket } from './access-bucket.ts';
import { describeObject, findObject } from './find-object.ts';
import { checkReadable } from './object-encryption.ts';

type Output = Omit<GetObjectOutput, 'Body'> & { readonly Body: Uint8Array };

export const GetObject: Operation<GetObjectRequest, Output> = (input, call) => {
  refuseUnsupported(input, 'Range', 'PartNumber', 'IfMatch', 'IfNoneMatch', 'IfModifiedSince');
  const bucket = accessBucket(input.Bucket, call);
  const found = findObject(bucket, input);
  checkReadable(found.content, input, bucket, call);
  return { ...describeObject(bucket, found), Body: found.content.body };
};
