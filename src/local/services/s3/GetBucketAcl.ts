import type { GetBucketAclOutput, GetBucketAclRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { accessBucket } from './access-bucket.ts';
import { ownerOf } from './owner.ts';

export const GetBucketAcl: Operation<GetBucketAclRequest, GetBucketAclOutput> = (input, call) => {
  const owner = ownerOf(accessBucket(input.Bucket, call).accountId);
  return {
    Owner: owner,
    Grants: [{ Grantee: { Type: 'CanonicalUser', ...owner }, Permission: 'FULL_CONTROL' }],
  };
};
