import type { World } from '../../endpoint/world.ts';
import { changeDeliveryStatus } from './delivery-status.ts';
import { startDigests } from './digest-delivery.ts';
import { writeLogFile } from './log-file.ts';
import { deliverToLogGroup } from './log-group-delivery.ts';
import { notifyOfDelivery } from './log-notification.ts';
import type { CloudTrailRecord } from './record.ts';
import type { Trail } from './trail.ts';
import { trailsOf } from './trail-store.ts';

/** AWS says "about 5 minutes". */
const DELIVER_AFTER_MS = 5 * 60 * 1000;
/** AWS tries for 30 days; here as long as no more records than these wait. */
const MAX_WAITING = 10_000;

/** Oldest first. */
interface WaitingRecords {
  readonly forBucket: CloudTrailRecord[];
  readonly forLogGroup: CloudTrailRecord[];
}

const store = { name: 'cloudtrail.waiting-records', create: () => new Map<string, WaitingRecords>() };

/** Keeps a record for the trail's next delivery from the record's Region. */
export function queueForDelivery(world: World, trail: Trail, record: CloudTrailRecord): void {
  const region = record.awsRegion;
  startDigests(world, trail, region);
  const allWaiting = world.store(store, trail.accountId, region);
  const { forBucket, forLogGroup }: WaitingRecords = allWaiting.get(trail.id) ?? {
    forBucket: [],
    forLogGroup: [],
  };
  if (!allWaiting.has(trail.id)) deliverLater(world, trail, region);
  forBucket.push(record);
  forLogGroup.push(record);
  if (forBucket.length > MAX_WAITING) forBucket.shift();
  allWaiting.set(trail.id, { forBucket, forLogGroup });
}

const deliverLater = (world: World, trail: Trail, region: string) =>
  world.clock.after(DELIVER_AFTER_MS, () => deliver(world, trail, region));

/** Delivers what waits, to where the trail delivers by now. What the bucket did not take waits on. */
function deliver(world: World, { accountId, arn, id }: Trail, region: string): void {
  const allWaiting = world.store(store, accountId, region);
  const { forBucket = [], forLogGroup = [] } = allWaiting.get(id) ?? {};
  allWaiting.delete(id);
  const trail = trailsOf(world, accountId).get(arn);
  if (trail?.id !== id) return;
  deliverToLogGroup(world, trail, region, forLogGroup);
  if (deliverToBucket(world, trail, region, forBucket)) return;
  allWaiting.set(id, { forBucket, forLogGroup: [] });
  deliverLater(world, trail, region);
}

function deliverToBucket(
  world: World,
  trail: Trail,
  region: string,
  records: readonly CloudTrailRecord[],
): boolean {
  const now = new Date(world.clock.now());
  const { key, error } = writeLogFile(world, trail, region, records);
  changeDeliveryStatus(world, trail, region, {
    deliveryTriedAt: now,
    LatestDeliveryError: error,
    ...(key && { LatestDeliveryTime: now }),
  });
  if (key) notifyOfDelivery(world, trail, region, key);
  return key !== undefined;
}
