import type { CopyObjectOutput, CopyObjectRequest } from '@aws-sdk/client-s3';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { accessBucket, requireBucket } from './access-bucket.ts';
import type { ObjectEncryption } from './bucket.ts';
import { parseCopySource } from './copy-source.ts';
import { type FoundObject, findObject, versionIdFor } from './find-object.ts';
import { checkReadable, describeEncryption, encryptionFor } from './object-encryption.ts';
import { actorOf } from './object-event.ts';
import { tagsOfHeader } from './object-tagging.ts';
import { checkObjectAcl } from './PutObject.ts';
import { invalidArgument, invalidRequest } from './s3-error.ts';
import { storeObject } from './store-object.ts';

const UNSERVED = [
  ...(['CopySourceIfMatch', 'CopySourceIfModifiedSince', 'CopySourceIfNoneMatch'] as const),
  ...(['CopySourceIfUnmodifiedSince', 'IfMatch', 'IfNoneMatch', 'ObjectLockMode'] as const),
  ...(['ObjectLockLegalHoldStatus', 'SSEKMSEncryptionContext', 'WebsiteRedirectLocation'] as const),
  ...(['GrantFullControl', 'GrantRead', 'GrantReadACP', 'GrantWriteACP'] as const),
] as const;

/** Copies an object, also onto itself when something about it changes: so it is encrypted anew, with whosever key. */
export const CopyObject: Operation<CopyObjectRequest, CopyObjectOutput> = (input, call) => {
  refuseUnsupported(input, ...UNSERVED);
  const bucket = accessBucket(input.Bucket, call);
  checkObjectAcl(input.ACL, bucket);
  const { source, isSame, versionId } = sourceOf(input, call);
  const encryption = encryptionFor(bucket, input, call);
  if (isSame && !changesAnything(input, source.content.encryption, encryption)) throw copyToItself();
  const { content, version: copied } = source;
  const isReplaced = input.MetadataDirective === 'REPLACE';
  const object = {
    key: input.Key ?? '',
    body: content.body,
    contentType: isReplaced ? input.ContentType : content.contentType,
    metadata: isReplaced ? input.Metadata : content.metadata,
    tags: input.TaggingDirective === 'REPLACE' ? tagsOfHeader(input.Tagging) : copied.tags,
    encryption,
  };
  const version = storeObject(call.world, bucket, object, actorOf(call, 'CopyObject'));
  return {
    CopyObjectResult: { ETag: content.etag, LastModified: new Date(version.modifiedAt) },
    VersionId: versionIdFor(bucket, version),
    ...(versionId && { CopySourceVersionId: versionId }),
    ...describeEncryption(encryption),
  };
};

interface Source {
  readonly source: FoundObject;
  readonly isSame: boolean;
  readonly versionId: string | undefined;
}

function sourceOf(input: CopyObjectRequest, call: Call): Source {
  const { bucketName, key, versionId } = parseCopySource(input.CopySource ?? '');
  if (!bucketName) throw invalidArgument('Invalid copy source object key');
  const bucket = requireBucket(bucketName, call);
  const source = findObject(bucket, { Key: key, VersionId: versionId });
  checkReadable(
    source.content,
    {
      SSECustomerAlgorithm: input.CopySourceSSECustomerAlgorithm,
      SSECustomerKey: input.CopySourceSSECustomerKey,
      SSECustomerKeyMD5: input.CopySourceSSECustomerKeyMD5,
    },
    bucket,
    call,
  );
  const isSame = bucketName === input.Bucket && key === input.Key && versionId === undefined;
  return { source, isSame, versionId: versionIdFor(bucket, source.version) };
}

const changesAnything = (
  { MetadataDirective, TaggingDirective, StorageClass, ServerSideEncryption }: CopyObjectRequest,
  was: ObjectEncryption,
  is: ObjectEncryption,
): boolean =>
  MetadataDirective === 'REPLACE' ||
  TaggingDirective === 'REPLACE' ||
  StorageClass !== undefined ||
  ServerSideEncryption !== undefined ||
  is.customerKeyMd5 !== was.customerKeyMd5;

const copyToItself = () =>
  invalidRequest(
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
