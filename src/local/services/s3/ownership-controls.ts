import type {
  DeleteBucketOwnershipControlsRequest,
  GetBucketOwnershipControlsOutput,
  GetBucketOwnershipControlsRequest,
  PutBucketOwnershipControlsRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';
import { grantsToOthers } from './access-control-list.ts';
import { malformedXml } from './s3-error.ts';

const OWNERSHIPS: readonly unknown[] = ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'];

export const PutBucketOwnershipControls: Operation<PutBucketOwnershipControlsRequest, void> = (
  input,
  call,
) => {
  const { settings, accountId } = accessBucket(input.Bucket, call);
  const [rule, ...more] = input.OwnershipControls?.Rules ?? [];
  if (!rule || more.length > 0 || !OWNERSHIPS.includes(rule.ObjectOwnership)) throw malformedXml();
  const isEnforced = rule.ObjectOwnership === 'BucketOwnerEnforced';
  if (isEnforced && grantsToOthers(settings.grants ?? [], accountId)) throw aclWithOwnership();
  settings.ownershipControls = { Rules: [rule] };
};

export const GetBucketOwnershipControls: Operation<
  GetBucketOwnershipControlsRequest,
  GetBucketOwnershipControlsOutput
> = (input, call) => {
  const { ownershipControls } = accessBucket(input.Bucket, call).settings;
  if (ownershipControls) return { OwnershipControls: ownershipControls };
  throw new ServiceError(
    'OwnershipControlsNotFoundError',
    'The bucket ownership controls were not found',
    404,
  );
};

/** Leaves objects to whoever writes them, and access control lists on. */
export const DeleteBucketOwnershipControls: Operation<DeleteBucketOwnershipControlsRequest, void> = (
  input,
  call,
) => {
  accessBucket(input.Bucket, call).settings.ownershipControls = undefined;
};

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-ownership-error-responses.html */
export const aclWithOwnership = () =>
  new ServiceError(
    'InvalidBucketAclWithObjectOwnership',
    "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
  );
