import type { ListBucketsOutput, ListBucketsRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { bucketsOf } from './bucket.ts';
import { ownerOf } from './owner.ts';

const MAX_BUCKETS = 10_000;

export const ListBuckets: Operation<ListBucketsRequest, ListBucketsOutput> = (input, call) => {
  const buckets = [...bucketsOf(call.world).values()]
    .filter(({ accountId }) => accountId === call.accountId)
    .filter(({ name }) => name.startsWith(input.Prefix ?? ''))
    .filter(({ region }) => !input.BucketRegion || region === input.BucketRegion)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const { items, nextToken } = page(buckets, {
    limit: input.MaxBuckets ?? MAX_BUCKETS,
    token: input.ContinuationToken,
    badTokenCode: 'InvalidArgument',
  });
  return {
    Buckets: items.map(({ name, createdAt, region }) => ({
      Name: name,
      CreationDate: new Date(createdAt),
      BucketRegion: region,
    })),
    Owner: ownerOf(call.accountId),
    ContinuationToken: nextToken,
    Prefix: input.Prefix,
  };
};
