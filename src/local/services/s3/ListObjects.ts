import type { ListObjectsOutput, ListObjectsRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { accessBucket } from './access-bucket.ts';
import { currentObjects } from './current-objects.ts';
import { listKeys } from './listing.ts';
import { ownerOf } from './owner.ts';

/**
 * The first version of the listing, which boto3's `Bucket.objects` still asks for. It names the next page only when
 * keys are rolled up; else the last key does.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html
 */
export const ListObjects: Operation<ListObjectsRequest, ListObjectsOutput> = (input, call) => {
  const bucket = accessBucket(input.Bucket, call);
  const listing = listKeys(currentObjects(bucket), {
    prefix: input.Prefix,
    delimiter: input.Delimiter,
    after: input.Marker,
    maxKeys: input.MaxKeys,
  });
  return {
    Name: bucket.name,
    Prefix: input.Prefix ?? '',
    Delimiter: input.Delimiter,
    Marker: input.Marker ?? '',
    MaxKeys: listing.limit,
    IsTruncated: listing.next !== undefined,
    NextMarker: input.Delimiter && listing.next,
    Contents: listing.entries.map((entry) => ({ ...entry, Owner: ownerOf(bucket.accountId) })),
    CommonPrefixes: listing.prefixes.map((Prefix) => ({ Prefix })),
  };
};
