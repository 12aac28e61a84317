import type { Guard } from '../guard.ts';
import type { Parts, TrailSettings } from '../parts.ts';
import type { PartsRead } from '../snapshot.ts';
import { isKeptHere } from '../standing.ts';
import type { Trail } from '../trail.ts';
import type { Approval, Baseline } from './baseline.ts';
import { BASELINE_SCHEMA } from './baseline.ts';

/** Today's state of a trail as a baseline, and the parts that could not be read: those are not guarded. */
export interface Adopted {
  readonly baseline: Baseline;
  readonly unread: readonly { readonly part: string; readonly reason: string }[];
}

/**
 * Reads a trail and what it depends on, and makes a baseline of it.
 * @param version of the baseline that it follows, plus one; 1 for the first
 * @throws Error when the trail itself cannot be read: without it there is no baseline
 */
export async function readAsBaseline(
  trail: Trail,
  approval: Approval,
  version: number,
  { ports, settings: own }: Pick<Guard, 'ports' | 'settings'>,
): Promise<Adopted> {
  const { name, arn, homeRegion, partition } = trail;
  // Of a trail that another account's guard keeps only what the listing shows is known; what it delivers to may be this account's.
  const ofTrail: PartsRead =
    trail.settings && !isKeptHere(trail, own)
      ? { trail: { read: true, value: trail.settings } }
      : await ports.trails.readTrailParts(trail);
  const settings = requireSettings(ofTrail, trail);
  const { accountId } = own;
  const about = { accountId, partition, trailRegion: homeRegion, bucketOwner: null, alarmNames: null };
  const dependencies = await ports.trails.readDependencies(settings, about);
  const read: PartsRead = { ...ofTrail, ...dependencies };
  const { bucket } = dependencies;
  return {
    baseline: {
      schema: BASELINE_SCHEMA,
      trail: { name, arn, accountId: trail.accountId, homeRegion },
      version,
      approval,
      state: 'guarded',
      mode: null,
      bucketOwner: bucket?.read && bucket.value ? accountId : null,
      organizationId: null,
      parts: { ...declaredParts(read), trail: settings },
    },
    unread: Object.entries(read).flatMap(([part, value]) =>
      value.read || value.isElsewhere ? [] : [{ part, reason: value.reason }],
    ),
  };
}

function requireSettings({ trail: part }: PartsRead, { arn }: Trail): TrailSettings {
  if (part?.read) return part.value;
  throw new Error(`The trail ${arn} could not be read: ${part?.reason ?? 'its settings are missing'}`);
}

/** What is read and there. A thing that is gone is nobody's wish, so it is not declared. */
const declaredParts = (read: PartsRead): Parts =>
  Object.fromEntries(
    Object.entries(read).flatMap(([name, part]) =>
      part.read && !(part.value === null && THINGS.has(name)) ? [[name, part.value]] : [],
    ),
  );

const THINGS: ReadonlySet<string> = new Set(['bucket', 'key', 'topic', 'logGroup', 'role']);
