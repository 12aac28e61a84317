import type { Baseline } from './baseline/baseline.ts';
import type { Guard } from './guard.ts';
import { type Part, type PartsRead, readPart, type Snapshot } from './snapshot.ts';
import type { Standing } from './standing.ts';
import { isForeign, trailOf } from './standing.ts';
import type { Trail, TrailStatus } from './trail.ts';

/** How much is read: each includes the one before. An event needs no more than what it may have changed. */
export type Depth = 'status' | 'trail' | 'all';

/**
 * Reads a trail as far as it is guarded. A trail that is not this guard's is not read: its role may not, and asking every few
 * minutes alarms others.
 */
export async function takeSnapshot(
  trail: Trail,
  { guarded, baseline, isDestination }: Standing,
  depth: Depth,
  guard: Guard,
): Promise<Snapshot> {
  const { clock, trails } = guard.ports;
  if (baseline && isDestination) return takeSnapshotOfDestination(trail, baseline, guard);
  if (!guarded) return { trail, status: NOT_GUARDED, parts: {}, isGone: false, at: clock.now() };
  const [status, own, dependencies] = await Promise.all([
    readPart(() => trails.readStatus(trail)),
    baseline && depth !== 'status' ? trails.readTrailParts(trail) : {},
    baseline && depth === 'all' ? readDependencies(trail, baseline, baseline.bucketOwner, guard) : {},
  ]);
  const isGone = isNotFound(status) && (await isReallyGone(trail, guard));
  const parts: PartsRead = isGone ? dependencies : { ...own, ...dependencies };
  return { trail, status: isGone ? gone(trail, guard) : status, parts, isGone, at: clock.now() };
}

/** Of another account's trail, what lies in this account is read. */
async function takeSnapshotOfDestination(trail: Trail, baseline: Baseline, guard: Guard): Promise<Snapshot> {
  const { clock } = guard.ports;
  const parts = await readDependencies(trail, baseline, guard.settings.accountId, guard);
  return { trail, status: ELSEWHERE, parts, isGone: false, at: clock.now() };
}

/** A trail that no listing shows any more: only what it depended on can be read. */
export async function takeSnapshotOfMissing(baseline: Baseline, guard: Guard): Promise<Snapshot> {
  const trail = trailOf(baseline);
  const parts = await readDependencies(trail, baseline, baseline.bucketOwner, guard);
  return { trail, status: gone(trail, guard), parts, isGone: true, at: guard.ports.clock.now() };
}

/**
 * What the trail must depend on, which after a redirection is not what it depends on now. What is another account's than this guard's is not
 * read, whosever the trail is. Alarms are asked for by their approved names: who the others are is asked when a trail is adopted.
 */
const readDependencies = (
  { partition, homeRegion }: Trail,
  { parts }: Baseline,
  bucketOwner: string | null,
  { ports, settings: { accountId } }: Guard,
): Promise<PartsRead> =>
  ports.trails.readDependencies(parts.trail, {
    accountId,
    partition,
    trailRegion: homeRegion,
    bucketOwner,
    alarmNames: (parts['logGroup.alarms'] ?? []).map(({ AlarmName }) => AlarmName),
  });

const NOT_GUARDED: Part<TrailStatus> = { read: false, reason: 'it is not guarded' };
const ELSEWHERE: Part<TrailStatus> = { read: false, reason: 'it is another account’s', isElsewhere: true };

/** A trail that its owner takes from the organization is there as before, and in the other accounts as if it were deleted. */
const gone = (trail: Trail, { settings }: Guard): Part<TrailStatus> => ({
  read: false,
  reason: isForeign(trail, settings)
    ? `this account sees no such trail any more: it was deleted, or account ${trail.accountId} took it from the organization, and only that account can give it back`
    : 'there is no such trail any more',
});

const isNotFound = (status: Part<TrailStatus>) =>
  !status.read && status.reason.startsWith('TrailNotFoundException');

/** Reads lag: before a trail counts as gone it is asked for by name. Whoever cannot be asked says nothing. */
async function isReallyGone({ arn, homeRegion }: Trail, { ports }: Guard): Promise<boolean> {
  const found = await readPart(() => ports.trails.findTrail(arn, homeRegion));
  return found.read && found.value === null;
}
