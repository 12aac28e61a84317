import type { ListObjectVersionsOutput, ListObjectVersionsRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { accessBucket } from './access-bucket.ts';
import type { Bucket } from './bucket.ts';
import { listKeys } from './listing.ts';
import { ownerOf } from './owner.ts';

/** All versions of a key count as one against MaxKeys, so a page may hold more versions than that. */
export const ListObjectVersions: Operation<ListObjectVersionsRequest, ListObjectVersionsOutput> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'VersionIdMarker');
  const bucket = accessBucket(input.Bucket, call);
  const listing = listKeys(allVersions(bucket), {
    prefix: input.Prefix,
    delimiter: input.Delimiter,
    after: input.KeyMarker,
    maxKeys: input.MaxKeys,
  });
  return {
    Name: bucket.name,
    Prefix: input.Prefix ?? '',
    Delimiter: input.Delimiter,
    KeyMarker: input.KeyMarker ?? '',
    MaxKeys: listing.limit,
    IsTruncated: listing.next !== undefined,
    NextKeyMarker: listing.next,
    Versions: listing.entries.flatMap(({ content, ...entry }) =>
      content
        ? { ...entry, ETag: content.etag, Size: content.body.byteLength, StorageClass: 'STANDARD' }
        : [],
    ),
    DeleteMarkers: listing.entries.flatMap(({ content, ...entry }) => (content ? [] : entry)),
    CommonPrefixes: listing.prefixes.map((Prefix) => ({ Prefix })),
  };
};

const allVersions = ({ objects, accountId }: Bucket) =>
  new Map(
    [...objects].map(([key, versions]) => [
      key,
      versions.map(({ versionId, modifiedAt, content }, index) => ({
        Key: key,
        VersionId: versionId,
        IsLatest: index === 0,
        LastModified: new Date(modifiedAt),
        Owner: ownerOf(accountId),
        content,
      })),
    ]),
  );
