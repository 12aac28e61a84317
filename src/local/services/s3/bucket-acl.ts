import type { GetBucketAclOutput, GetBucketAclRequest, PutBucketAclRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';
import { grantsPublicly, ownerGrants } from './access-control-list.ts';
import { isBlocked } from './account-public-access-block.ts';
import type { BucketSettings } from './bucket.ts';
import { ownerOf } from './owner.ts';
import { accessDenied } from './s3-error.ts';
import { malformedAcl, wantedGrants } from './wanted-grants.ts';

/**
 * Keeps what is granted; the grants let nobody in here.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-ownership-error-responses.html
 */
export const PutBucketAcl: Operation<PutBucketAclRequest, void> = (input, call) => {
  const bucket = accessBucket(input.Bucket, call);
  if (hasNoLists(bucket.settings)) {
    throw new ServiceError('AccessControlListNotSupported', 'The bucket does not allow ACLs');
  }
  const grants = wantedGrants(input, bucket.accountId);
  if (!grants) throw malformedAcl();
  if (grantsPublicly(grants) && isBlocked(call.world, bucket, 'BlockPublicAcls')) throw accessDenied();
  bucket.settings.grants = grants;
};

/** Where ownership is enforced it tells of the owner's full control, whatever was granted before. */
export const GetBucketAcl: Operation<GetBucketAclRequest, GetBucketAclOutput> = (input, call) => {
  const { settings, accountId } = accessBucket(input.Bucket, call);
  const grants = hasNoLists(settings) ? undefined : settings.grants;
  return { Owner: ownerOf(accountId), Grants: [...(grants ?? ownerGrants(accountId))] };
};

/** Whether a bucket's owner owns all its objects, so that access control lists are off. */
export const hasNoLists = ({ ownershipControls }: BucketSettings): boolean =>
  ownershipControls?.Rules?.[0]?.ObjectOwnership === 'BucketOwnerEnforced';
