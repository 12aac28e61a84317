import type { World } from '../../endpoint/world.ts';
import { lookUpKey } from '../kms/find-key.ts';
import type { Key } from '../kms/key.ts';
import { encryptionObstacle } from '../kms/key-state.ts';
import { findBucket, type ObjectEncryption } from '../s3/bucket.ts';
import { defaultOf } from '../s3/object-encryption.ts';
import { canEncryptWith, canUseBucketKey, type LogDestination } from './destination-access.ts';

interface LogEncryption {
  /** Undefined when the key that is named is not there. */
  readonly key: Key | undefined;
  readonly mayUse: (key: Key) => boolean;
}

/**
 * The KMS key that log files are encrypted with: the trail's, else the one that their bucket names as its default. The key
 * that AWS manages for S3 stands in nobody's way.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
function encryptionOf(world: World, destination: LogDestination): LogEncryption | undefined {
  const { kmsKeyArn, accountId } = destination;
  if (kmsKeyArn) {
    const key = lookUpKey(world, kmsKeyArn, { accountId, region: '' });
    return { key, mayUse: ({ arn }) => canEncryptWith(world, arn, destination) };
  }
  const bucket = findBucket(world, destination.bucketName);
  const { algorithm, keyId } = bucket ? defaultOf(bucket) : {};
  if (!bucket || !keyId || !algorithm?.startsWith('aws:kms')) return undefined;
  return {
    key: lookUpKey(world, keyId, bucket),
    mayUse: (key) => canUseBucketKey(world, key, bucket, destination),
  };
}

/** S3's error code when log files cannot be encrypted as they should. */
export function logEncryptionObstacle(world: World, destination: LogDestination): string | undefined {
  const encryption = encryptionOf(world, destination);
  if (!encryption) return undefined;
  const { key, mayUse } = encryption;
  return encryptionObstacle(key) ?? (key && mayUse(key) ? undefined : 'AccessDenied');
}

/** How a log file that can be written is encrypted. */
export function logEncryption(world: World, destination: LogDestination): ObjectEncryption {
  const arn = encryptionOf(world, destination)?.key?.arn;
  return arn ? { algorithm: 'aws:kms', kmsKeyArn: arn } : { algorithm: 'AES256' };
}
