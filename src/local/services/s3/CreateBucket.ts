import type { CreateBucketOutput, CreateBucketRequest } from '@aws-sdk/client-s3';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { grantsPublicly, grantsToOthers } from './access-control-list.ts';
import { type BucketSettings, bucketsOf, settingsOfNewBucket } from './bucket.ts';
import { hasNoLists } from './bucket-acl.ts';
import { checkBucketName } from './bucket-name.ts';
import { objectLockOfNewBucket } from './object-lock.ts';
import { aclWithOwnership } from './ownership-controls.ts';
import { wantedGrants } from './wanted-grants.ts';

export const CreateBucket: Operation<CreateBucketRequest, CreateBucketOutput> = (input, call) => {
  const { Bucket: name = '', CreateBucketConfiguration: configuration } = input;
  refuseUnsupported(configuration ?? {}, 'Location', 'Bucket');
  checkBucketName(name);
  checkLocation(configuration?.LocationConstraint, call);
  checkFree(name, call);
  bucketsOf(call.world).set(name, {
    name,
    accountId: call.accountId,
    region: call.region,
    createdAt: call.world.clock.now(),
    settings: settingsFor(input, call),
    objects: new Map(),
  });
  return { Location: `/${name}`, BucketArn: `arn:${call.partition}:s3:::${name}` };
};

function settingsFor(input: CreateBucketRequest, { accountId }: Call): BucketSettings {
  const { ObjectOwnership, CreateBucketConfiguration: configuration } = input;
  const settings = settingsOfNewBucket();
  if (ObjectOwnership) settings.ownershipControls = { Rules: [{ ObjectOwnership }] };
  if (configuration?.Tags?.length) settings.tagging = configuration.Tags;
  const grants = wantedGrants(input, accountId) ?? [];
  if (hasNoLists(settings) && grantsToOthers(grants, accountId)) throw aclWithOwnership();
  if (grantsPublicly(grants)) throw publicAcl();
  if (grants.length > 0) settings.grants = grants;
  if (input.ObjectLockEnabledForBucket) {
    settings.objectLock = objectLockOfNewBucket();
    settings.versioning = { Status: 'Enabled' };
  }
  return settings;
}

/** A new bucket blocks public access before it has a list. */
const publicAcl = () =>
  new ServiceError(
    'InvalidBucketAclWithBlockPublicAccessError',
    'Bucket cannot have public ACLs set with BlockPublicAccess enabled',
  );

function checkFree(name: string, { world, accountId }: Call): void {
  const owner = bucketsOf(world).get(name)?.accountId;
  if (owner === undefined) return;
  // In us-east-1 AWS lets an owner create a bucket again; here that is refused in every Region.
  throw owner === accountId
    ? new ServiceError(
        'BucketAlreadyOwnedByYou',
        'Your previous request to create the named bucket succeeded and you already own it.',
        409,
      )
    : new ServiceError(
        'BucketAlreadyExists',
        'The requested bucket name is not available. The bucket namespace is shared by all users of the ' +
          'system. Please select a different name and try again.',
        409,
      );
}

function checkLocation(constraint: string | undefined, { region }: Call): void {
  if (constraint === 'us-east-1') {
    throw new ServiceError('InvalidLocationConstraint', 'The specified location-constraint is not valid');
  }
  if ((constraint ?? 'us-east-1') === region) return;
  throw new ServiceError(
    'IllegalLocationConstraintException',
    `The ${constraint ?? 'unspecified'} location constraint is incompatible for the region specific endpoint ` +
      'this request was sent to.',
  );
}
