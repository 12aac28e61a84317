import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { findBucket } from '../s3/bucket.ts';
import { type NewObject, storeObject } from '../s3/store-object.ts';
import { canWriteTo, type LogDestination, type LogFolder } from './destination-access.ts';
import { logEncryption, logEncryptionObstacle } from './log-encryption.ts';
import { CLOUDTRAIL } from './organization-trails.ts';

/** The key of a file that CloudTrail wrote, or why it did not. */
export interface WrittenObject {
  readonly key?: string;
  /** S3's error code, as GetTrailStatus tells it. */
  readonly error?: string;
}

/** Writes a file into a trail's bucket, as far as the bucket's policy and the key it is encrypted with let CloudTrail. */
export function putLogObject(
  world: World,
  destination: LogDestination,
  object: NewObject,
  folder: LogFolder = 'CloudTrail',
): WrittenObject {
  const bucket = findBucket(world, destination.bucketName);
  if (!bucket) return { error: 'NoSuchBucket' };
  const isLetIn = canWriteTo(world, destination, folder);
  const error = isLetIn ? logEncryptionObstacle(world, destination) : 'AccessDenied';
  if (error) return { error };
  const encryption = logEncryption(world, destination);
  const actor = { requester: CLOUDTRAIL, reason: 'PutObject' };
  try {
    storeObject(world, bucket, { contentType: 'application/json', encryption, ...object }, actor);
    return { key: object.key };
  } catch (failure) {
    if (failure instanceof ServiceError) return { error: failure.code };
    throw failure;
  }
}
