import type { LifecycleRule } from '@aws-sdk/client-s3';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { type Bucket, findBucket, type ObjectVersion } from './bucket.ts';
import { deleteObject } from './DeleteObject.ts';
import { isFilteredBy } from './lifecycle-filter.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ACTOR = { requester: 's3.amazonaws.com', reason: 'Lifecycle Expiration' };

const store = { name: 's3.lifecycle-runs', create: () => new WeakSet<Bucket>() };

/**
 * Has a bucket's rules expire objects at every midnight (UTC), as long as it has rules. Nothing is moved to other classes.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html
 */
export function runLifecycleDaily(world: World, bucket: Bucket): void {
  const scheduled = world.store(store, 'all-accounts', 'aws-global');
  if (scheduled.has(bucket)) return;
  scheduled.add(bucket);
  world.clock.after(midnightAfter(world.clock.now()) - world.clock.now(), () => {
    scheduled.delete(bucket);
    if (findBucket(world, bucket.name) !== bucket || !bucket.settings.lifecycle) return;
    for (const rule of bucket.settings.lifecycle.Rules)
      if (rule.Status === 'Enabled') expire(world, bucket, rule);
    runLifecycleDaily(world, bucket);
  });
}

function expire(world: World, bucket: Bucket, rule: LifecycleRule): void {
  const now = world.clock.now();
  for (const [key, versions] of [...bucket.objects]) {
    const [current] = versions;
    for (const version of expiredNoncurrent(rule, key, versions, now)) remove(world, bucket, key, version);
    if (!current || !isFilteredBy(rule, key, current)) continue;
    if (current.content && isExpired(rule, current, now)) deleteObject(world, bucket, { Key: key }, ACTOR);
    const isLone = !current.content && bucket.objects.get(key)?.length === 1;
    if (isLone && rule.Expiration?.ExpiredObjectDeleteMarker) remove(world, bucket, key, current);
  }
}

/** What is retained stays. */
function remove(world: World, bucket: Bucket, key: string, { versionId }: ObjectVersion): void {
  try {
    deleteObject(world, bucket, { Key: key, VersionId: versionId }, ACTOR);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

function isExpired({ Expiration }: LifecycleRule, { modifiedAt }: ObjectVersion, now: number): boolean {
  const { Date: date, Days } = Expiration ?? {};
  return (date !== undefined && +date <= now) || (Days !== undefined && isOver(modifiedAt, Days, now));
}

/** A version counts as noncurrent from the moment that the next one came. */
function expiredNoncurrent(
  rule: LifecycleRule,
  key: string,
  versions: readonly ObjectVersion[],
  now: number,
): readonly ObjectVersion[] {
  const { NoncurrentDays, NewerNoncurrentVersions = 0 } = rule.NoncurrentVersionExpiration ?? {};
  if (NoncurrentDays === undefined) return [];
  return versions.filter((version, index) => {
    const next = versions[index - 1];
    if (!next || index <= NewerNoncurrentVersions || !isFilteredBy(rule, key, version)) return false;
    return isOver(next.modifiedAt, NoncurrentDays, now);
  });
}

/** Days are counted to the midnight that follows. */
const isOver = (since: number, days: number, now: number) => midnightAfter(since + days * DAY_MS - 1) <= now;

const midnightAfter = (at: number) => (Math.floor(at / DAY_MS) + 1) * DAY_MS;
