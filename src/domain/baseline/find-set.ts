import { parseArn } from '../arn.ts';
import type { Guard } from '../guard.ts';
import type { Parts } from '../parts.ts';
import type { ApiCall } from '../signal.ts';
import { readPart } from '../snapshot.ts';
import type { Baseline } from './baseline.ts';
import { canonicalJson } from './baseline-json.ts';
import { partsSetBy } from './changed-parts.ts';
import type { Found } from './waiting-change.ts';

/**
 * What a call on something that a trail depends on has set. Its record does not say it in full, and by the time that history says who
 * else wrote, somebody may have written it again: only this is what may be approved.
 * @returns null while it is unread
 */
export async function findSet(
  call: ApiCall,
  { trail, parts }: Baseline,
  { ports, settings }: Guard,
): Promise<Found | null> {
  const about = {
    accountId: settings.accountId,
    partition: parseArn(trail.arn)?.partition ?? settings.partition,
    trailRegion: trail.homeRegion,
    bucketOwner: null,
    alarmNames: null,
  };
  const read = await readPart(() => ports.trails.readDependencies(parts.trail, about));
  const now = Object.entries(read.read ? read.value : {}).flatMap(([name, part]) =>
    part.read ? [[name, part.value]] : [],
  );
  const text = textOfSet(call, Object.fromEntries(now));
  return text === NOTHING ? null : { at: ports.clock.now(), parts: text };
}

/** What a call has set, as a text to compare. */
export const textOfSet = (call: ApiCall, now: Parts): string => canonicalJson(partsSetBy(call, now));

const NOTHING = canonicalJson({});
