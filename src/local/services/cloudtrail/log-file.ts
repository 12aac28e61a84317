import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { World } from '../../endpoint/world.ts';
import { destinationOf } from './check-destinations.ts';
import { type LogDestination, logPrefixOf } from './destination-access.ts';
import { keepForDigest } from './digest-contents.ts';
import { isOrganizationTrail } from './organization-trails.ts';
import { putLogObject, type WrittenObject } from './put-log-object.ts';
import { type CloudTrailRecord, toSeconds } from './record.ts';
import type { Trail } from './trail.ts';

/**
 * Writes records as gzipped log files into the trail's bucket: one for each account whose events they are. The first
 * that cannot be written ends it.
 */
export function writeLogFile(
  world: World,
  trail: Trail,
  region: string,
  records: readonly CloudTrailRecord[],
): WrittenObject {
  let written: WrittenObject = {};
  for (const [accountId, own] of Map.groupBy(records, ({ recipientAccountId }) => recipientAccountId)) {
    written = writeAccountFile(world, logDestination(world, trail, accountId), region, own);
    if (written.error) return written;
  }
  return written;
}

/** Where the log files of one account's events go. An organization's lie below its id. */
export const logDestination = (world: World, trail: Trail, accountId: string): LogDestination => ({
  ...destinationOf(trail.settings, trail.arn, accountId),
  organizationId: isOrganizationTrail(world, trail) ? trail.organization?.id : undefined,
});

function writeAccountFile(
  world: World,
  destination: LogDestination,
  region: string,
  records: readonly CloudTrailRecord[],
): WrittenObject {
  const text = JSON.stringify({ Records: records });
  const key = logFileKey(destination, region, world.clock.now());
  const written = putLogObject(world, destination, { key, body: gzipSync(text) });
  if (written.key) keepForDigest(world, destination, region, { key, text, records });
  return written;
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
