import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { lookUpKey } from '../kms/find-key.ts';
import { findBucket } from '../s3/bucket.ts';
import { isBucketName } from '../s3/bucket-name.ts';
import { mayPublish } from '../sns/policy.ts';
import { checkLogGroup } from './check-log-group.ts';
import { canEncryptWith, canWriteTo, type LogDestination } from './destination-access.ts';
import { logEncryptionObstacle } from './log-encryption.ts';
import type { TrailSettings } from './trail.ts';

const MAX_PREFIX = 200;

/**
 * Checks that everything a trail delivers to is there and lets CloudTrail in, as CreateTrail and UpdateTrail do,
 * also for what the call did not mention.
 * @param call as its owner would make it
 * @throws ServiceError AWS's exception for the first that is not
 */
export function checkDestinations(settings: TrailSettings, trailArn: string, call: Call): void {
  const destination = destinationOf(settings, trailArn, call.accountId);
  checkBucket(destination, call);
  if (destination.kmsKeyArn) checkKey(destination.kmsKeyArn, destination, call);
  else checkBucketKey(destination, call.world);
  checkTopic(settings, trailArn, call);
  checkLogGroup(settings, trailArn, call);
}

export const destinationOf = (
  settings: TrailSettings,
  trailArn: string,
  accountId: string,
): LogDestination => ({
  trailArn,
  accountId,
  bucketName: settings.S3BucketName,
  keyPrefix: settings.S3KeyPrefix,
  kmsKeyArn: settings.KmsKeyId,
});

function checkBucket(destination: LogDestination, { world }: Call): void {
  const { bucketName, keyPrefix = '' } = destination;
  if (!isBucketName(bucketName)) {
    throw new ServiceError('InvalidS3BucketNameException', `Bucket name ${bucketName} is not valid.`);
  }
  if (keyPrefix.length > MAX_PREFIX || /(^\/|\/$|\/\/)/.test(keyPrefix)) {
    throw new ServiceError('InvalidS3PrefixException', `S3 prefix ${keyPrefix} is not valid.`);
  }
  if (!findBucket(world, bucketName)) {
    throw new ServiceError('S3BucketDoesNotExistException', `S3 bucket ${bucketName} does not exist!`);
  }
  if (canWriteTo(world, destination)) return;
  throw new ServiceError(
    'InsufficientS3BucketPolicyException',
    `Incorrect S3 bucket policy is detected for bucket: ${bucketName}`,
  );
}

function checkKey(kmsKeyArn: string, destination: LogDestination, { world, accountId, region }: Call): void {
  const { bucketName } = destination;
  const key = lookUpKey(world, kmsKeyArn, { accountId, region });
  if (!key || kmsKeyArn.split(':')[3] !== findBucket(world, bucketName)?.region) {
    throw new ServiceError(
      'KmsKeyNotFoundException',
      `KMS key ${kmsKeyArn} does not exist, or the S3 bucket ${bucketName} and the key are not in the same Region.`,
    );
  }
  if (key.state !== 'Enabled') {
    throw new ServiceError('KmsException', `KMS key ${kmsKeyArn} is not enabled, its state is ${key.state}.`);
  }
  if (!canEncryptWith(world, kmsKeyArn, destination)) throw insufficientPolicy(bucketName, kmsKeyArn);
}

/** A bucket that encrypts with a key of its own needs that key to let CloudTrail in. */
function checkBucketKey(destination: LogDestination, world: World): void {
  if (logEncryptionObstacle(world, destination) === undefined) return;
  throw insufficientPolicy(destination.bucketName, 'of its default encryption');
}

const insufficientPolicy = (bucketName: string, key: string) =>
  new ServiceError(
    'InsufficientEncryptionPolicyException',
    `Insufficient permissions to access S3 bucket ${bucketName} or KMS key ${key}.`,
  );

function checkTopic({ SnsTopicARN: topicArn }: TrailSettings, trailArn: string, { world }: Call): void {
  if (!topicArn || mayPublish(world, topicArn, 'cloudtrail.amazonaws.com', trailArn)) return;
  throw new ServiceError(
    'InsufficientSnsTopicPolicyException',
    'SNS Topic does not exist or the topic policy is incorrect!',
  );
}
