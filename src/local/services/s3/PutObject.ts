import type { PutObjectOutput, PutObjectRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { accessBucket } from './access-bucket.ts';
import type { Bucket } from './bucket.ts';
import { hasNoLists } from './bucket-acl.ts';
import { versionIdFor } from './find-object.ts';
import { describeEncryption, encryptionFor } from './object-encryption.ts';
import { actorOf } from './object-event.ts';
import { tagsOfHeader } from './object-tagging.ts';
import { storeObject } from './store-object.ts';

const UNSERVED = [
  ...(['IfMatch', 'IfNoneMatch', 'WriteOffsetBytes', 'ObjectLockMode', 'ObjectLockLegalHoldStatus'] as const),
  ...(['SSEKMSEncryptionContext', 'WebsiteRedirectLocation'] as const),
  ...(['GrantFullControl', 'GrantRead', 'GrantReadACP', 'GrantWriteACP'] as const),
] as const;

/** With the body as the endpoint has read it. */
export type PutObjectInput = Omit<PutObjectRequest, 'Body'> & { readonly Body?: Uint8Array | string };

export const PutObject: Operation<PutObjectInput, PutObjectOutput> = (input, call) => {
  refuseUnsupported(input, ...UNSERVED);
  const bucket = accessBucket(input.Bucket, call);
  checkObjectAcl(input.ACL, bucket);
  const encryption = encryptionFor(bucket, input, call);
  const object = {
    key: input.Key ?? '',
    body: typeof input.Body === 'string' ? Buffer.from(input.Body) : (input.Body ?? new Uint8Array()),
    contentType: input.ContentType,
    metadata: input.Metadata,
    tags: tagsOfHeader(input.Tagging),
    encryption,
  };
  const version = storeObject(call.world, bucket, object, actorOf(call, 'PutObject'));
  return {
    ETag: version.content?.etag,
    VersionId: versionIdFor(bucket, version),
    ...describeEncryption(encryption),
  };
};

/**
 * Where a bucket's owner owns all objects, the only ACL that is taken is the one that changes nothing.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
export function checkObjectAcl(acl: string | undefined, { settings }: Bucket): void {
  if (acl === undefined || acl === 'bucket-owner-full-control') return;
  if (hasNoLists(settings)) {
    throw new ServiceError('AccessControlListNotSupported', 'The bucket does not allow ACLs');
  }
  if (acl !== 'private') throw unsupported(`the canned ACL ${acl} of objects`);
}
