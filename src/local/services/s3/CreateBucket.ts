import type { CreateBucketOutput, CreateBucketRequest } from '@aws-sdk/client-s3';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { bucketsOf, settingsOfNewBucket } from './bucket.ts';
import { checkBucketName } from './bucket-name.ts';

export const CreateBucket: Operation<CreateBucketRequest, CreateBucketOutput> = (input, call) => {
  const { Bucket: name = '', CreateBucketConfiguration: configuration, ObjectOwnership } = input;
  refuseUnsupported(input, 'GrantFullControl', 'GrantRead', 'GrantReadACP', 'GrantWrite', 'GrantWriteACP');
  refuseUnsupported(configuration ?? {}, 'Location', 'Bucket');
  if (input.ObjectLockEnabledForBucket) throw unsupported('Object Lock');
  if (input.ACL && input.ACL !== 'private') throw unsupported(`the canned ACL ${input.ACL}`);
  checkBucketName(name);
  checkLocation(configuration?.LocationConstraint, call);
  checkFree(name, call);
  const settings = settingsOfNewBucket();
  if (ObjectOwnership) settings.ownershipControls = { Rules: [{ ObjectOwnership }] };
  if (configuration?.Tags?.length) settings.tagging = configuration.Tags;
  bucketsOf(call.world).set(name, {
    name,
    accountId: call.accountId,
    region: call.region,
    createdAt: call.world.clock.now(),
    settings,
    objects: new Map(),
  });
  return { Location: `/${name}`, BucketArn: `arn:${call.partition}:s3:::${name}` };
};

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
