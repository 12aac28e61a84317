import type { ListObjectsV2Output, ListObjectsV2Request } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { accessBucket } from './access-bucket.ts';
import { currentObjects } from './current-objects.ts';
import { listKeys } from './listing.ts';
import { ownerOf } from './owner.ts';

export const ListObjectsV2: Operation<ListObjectsV2Request, ListObjectsV2Output> = (input, call) => {
  const bucket = accessBucket(input.Bucket, call);
  const { ContinuationToken: token } = input;
  const listing = listKeys(currentObjects(bucket), {
    prefix: input.Prefix,
    delimiter: input.Delimiter,
    after: token ? Buffer.from(token, 'base64url').toString() : input.StartAfter,
    maxKeys: input.MaxKeys,
  });
  const owner = input.FetchOwner ? { Owner: ownerOf(bucket.accountId) } : {};
  return {
    Name: bucket.name,
    Prefix: input.Prefix ?? '',
    Delimiter: input.Delimiter,
    StartAfter: input.StartAfter,
    ContinuationToken: token,
    MaxKeys: listing.limit,
    KeyCount: listing.count,
    IsTruncated: listing.next !== undefined,
    NextContinuationToken: listing.next && Buffer.from(listing.next).toString('base64url'),
    Contents: listing.entries.map((entry) => ({ ...entry, ...owner })),
    CommonPrefixes: listing.prefixes.map((Prefix) => ({ Prefix })),
  };
};
