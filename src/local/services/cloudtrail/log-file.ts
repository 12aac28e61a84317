import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { lookUpKey } from '../kms/find-key.ts';
import { findBucket } from '../s3/bucket.ts';
import { storeObject } from '../s3/store-object.ts';
import { destinationOf } from './check-destinations.ts';
import { canEncryptWith, canWriteTo, type LogDestination, logPrefixOf } from './destination-access.ts';
import { type CloudTrailRecord, toSeconds } from './record.ts';
import type { Trail } from './trail.ts';

/** The key of a log file that was written, or why it was not. */
interface WrittenLogFile {
  readonly key?: string;
  /** S3's error code, as GetTrailStatus tells it. */
  readonly error?: string;
}

/** Writes records as one gzipped log file into the trail's bucket. */
export function writeLogFile(
  world: World,
  trail: Trail,
  region: string,
  records: readonly CloudTrailRecord[],
): WrittenLogFile {
  const destination = destinationOf(trail.settings, trail.arn, trail.accountId);
  const bucket = findBucket(world, destination.bucketName);
  if (!bucket) return { error: 'NoSuchBucket' };
  const error = obstacle(world, destination);
  if (error) return { error };
  const key = logFileKey(destination, region, world.clock.now());
  const body = gzipSync(JSON.stringify({ Records: records }));
  try {
    storeObject(world, bucket, { key, body, contentType: 'application/json' });
    return { key };
  } catch (failure) {
    if (failure instanceof ServiceError) return { error: failure.code };
    throw failure;
  }
}

/** What keeps CloudTrail from writing into a bucket that is there. */
function obstacle(world: World, destination: LogDestination): string | undefined {
  if (!canWriteTo(world, destination)) return 'AccessDenied';
  const { kmsKeyArn, accountId } = destination;
  if (!kmsKeyArn) return undefined;
  const key = lookUpKey(world, kmsKeyArn, { accountId, region: '' });
  if (!key) return 'KMS.NotFoundException';
  if (key.state === 'Disabled') return 'KMS.DisabledException';
  if (key.state === 'PendingDeletion') return 'KMS.KMSInvalidStateException';
  return canEncryptWith(world, kmsKeyArn, destination) ? undefined : 'AccessDenied';
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html */
function logFileKey(destination: LogDestination, region: string, at: number): string {
  const time = toSeconds(at);
  const [year, month, day] = time.slice(0, 10).split('-');
  const minute = `${time.slice(0, 16).replace(/[-:]/g, '')}Z`;
  const unique = randomBytes(8).toString('hex');
  return (
    `${logPrefixOf(destination)}CloudTrail/${region}/${year}/${month}/${day}/` +
    `${destination.accountId}_CloudTrail_${region}_${minute}_${unique}.json.gz`
  );
}
