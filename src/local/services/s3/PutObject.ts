import type { PutObjectOutput, PutObjectRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { accessBucket } from './access-bucket.ts';
import { versionIdFor } from './find-object.ts';
import { storeObject } from './store-object.ts';

const UNSERVED = [
  ...(['IfMatch', 'IfNoneMatch', 'WriteOffsetBytes', 'ObjectLockMode', 'Tagging'] as const),
  ...(['SSECustomerKey', 'SSEKMSKeyId', 'WebsiteRedirectLocation'] as const),
  ...(['GrantFullControl', 'GrantRead', 'GrantReadACP', 'GrantWriteACP'] as const),
] as const;

/** With the body as the endpoint has read it. */
export type PutObjectInput = Omit<PutObjectRequest, 'Body'> & { readonly Body?: Uint8Array | string };

export const PutObject: Operation<PutObjectInput, PutObjectOutput> = (input, call) => {
  refuseUnsupported(input, ...UNSERVED);
  const bucket = accessBucket(input.Bucket, call);
  checkAcl(input.ACL);
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

/**
 * Buckets here have no access control lists, as new ones on AWS.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
function checkAcl(acl: string | undefined): void {
  if (acl === undefined || acl === 'bucket-owner-full-control') return;
  throw new ServiceError('AccessControlListNotSupported', 'The bucket does not allow ACLs');
}
