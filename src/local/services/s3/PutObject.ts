import type { PutObjectOutput, PutObjectRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { accessBucket } from './access-bucket.ts';
import { versionIdFor } from './find-object.ts';
import { storeObject } from './store-object.ts';

/** With the body as the endpoint has read it. */
export type PutObjectInput = Omit<PutObjectRequest, 'Body'> & { readonly Body?: Uint8Array | string };

export const PutObject: Operation<PutObjectInput, PutObjectOutput> = (input, call) => {
  refuseUnsupported(input, 'IfMatch', 'IfNoneMatch', 'WriteOffsetBytes', 'SSECustomerKey', 'ObjectLockMode');
  const bucket = accessBucket(input.Bucket, call);
  const version = storeObject(call.world, bucket, {
    key: input.Key ?? '',
    body: typeof input.Body === 'string' ? Buffer.from(input.Body) : (input.Body ?? new Uint8Array()),
    contentType: input.ContentType,
    metadata: input.Metadata,
  });
  return {
    ETag: version.content?.etag,
    VersionId: versionIdFor(bucket, version),
    ServerSideEncryption: 'AES256',
  };
};
