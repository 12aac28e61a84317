import { overlayRequest } from '../canonical/overlay-request.ts';
import { compareDeclared } from '../compare/compare.ts';
import type { Guard } from '../guard.ts';
import type { ApiCall } from '../signal.ts';
import { readPart } from '../snapshot.ts';
import type { Trail } from '../trail.ts';
import { readAsBaseline } from './adopt.ts';
import type { Baseline } from './baseline.ts';
import { floorMistakes } from './baseline-floor.ts';
import { moveParts } from './changed-parts.ts';
import { textOfSet } from './find-set.ts';
import type { WaitingChange } from './waiting-change.ts';

/** The baseline after a confirmed change; null when the trail cannot be read, is not as the record says, or would be below the floor. */
export async function moveBaseline(
  before: Baseline,
  { call, found }: Pick<WaitingChange, 'call' | 'found'>,
  trails: readonly Trail[],
  guard: Guard,
): Promise<Baseline | null> {
  const { actor, at } = call;
  const approval = {
    how: 'principal',
    at: new Date(at).toISOString(),
    by: actor.roleArn ?? actor.arn ?? '',
    reason: `${call.eventName}, event ${call.eventId}`,
  } as const;
  const version = before.version + 1;
  if (call.eventName === 'DeleteTrail') return { ...before, version, approval, state: 'retired' };
  const trail = trails.find(({ arn }) => arn === before.trail.arn);
  const now = trail && (await readPart(() => readAsBaseline(trail, approval, version, guard)));
  if (!now?.read) return null;
  const { bucketOwner } = now.value.baseline;
  if (!isAsRecorded(before, now.value.baseline, { call, found })) return null;
  const parts = moveParts(before.parts, now.value.baseline.parts, call);
  const moved: Baseline = {
    ...now.value.baseline,
    mode: before.mode,
    organizationId: before.organizationId,
    bucketOwner:
      parts.trail.S3BucketName === before.parts.trail.S3BucketName ? before.bucketOwner : bucketOwner,
    parts,
  };
  return floorMistakes(moved).length > 0 ? null : moved;
}

/**
 * What a call set, as its record says or as it was found when the call came, is what is there: somebody may have written it again
 * meanwhile.
 */
function isAsRecorded(
  before: Baseline,
  now: Baseline,
  { call, found }: Pick<WaitingChange, 'call' | 'found'>,
): boolean {
  const made = overlayRequest(before.parts, call);
  if (!made) return found !== null && found.parts === textOfSet(call, now.parts);
  const moved = moveParts(before.parts, now.parts, call);
  return compareDeclared(moved, { ...before, parts: { ...before.parts, ...made } }).every(
    ({ path }) => !isSetBy(call, path),
  );
}

/** Of UpdateTrail all fields lie in one part; other calls set a part of their own. */
const isSetBy = ({ eventName }: ApiCall, path: string): boolean =>
  eventName === 'UpdateTrail' ? path.startsWith('trail.') : !path.startsWith('trail.');
