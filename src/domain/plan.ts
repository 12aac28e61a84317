import type { Baseline } from './baseline/baseline.ts';
import { covers } from './detect.ts';
import type { Drift } from './drift.ts';
import { isStopping, type JudgedCall } from './judgement.ts';
import { dependencySteps } from './restoring/dependency-steps.ts';
import { settableHere } from './restoring/settable-here.ts';
import { recreateSteps, trailSteps } from './restoring/trail-steps.ts';
import { isWithin, RESTORING_CALLS, type Tier } from './restoring-call.ts';
import type { Snapshot } from './snapshot.ts';
import { startLogging } from './start-logging.ts';
import type { Step } from './step.ts';
import { isLoggingSince } from './trail.ts';

/** Steps in the order in which they are taken. */
export interface Plan {
  readonly steps: readonly Step[];
  /** What would be needed too, but lies beyond how far this guard may go: a person's, with these very calls. */
  readonly beyond: readonly Step[];
}

interface PlanProps {
  readonly snapshot: Snapshot;
  readonly baseline: Baseline | null;
  readonly drifts: readonly Drift[];
  /** Calls by somebody else that succeeded. */
  readonly changes: readonly JudgedCall[];
  readonly scope: Tier;
  /** The guard's own account. */
  readonly accountId: string;
}

/**
 * What puts a guarded trail back: what it delivers to first, so that the trail may be pointed at it; then the trail; then its
 * logging, which would otherwise start into the wrong bucket.
 */
export function plan({ snapshot, baseline, drifts, changes, scope, accountId }: PlanProps): Plan {
  const { trail } = snapshot;
  const weaker = drifts.filter((drift) => drift.class === 'weaker');
  const { here, elsewhere } = baseline
    ? configurationSteps(snapshot, baseline, { weaker, accountId })
    : NOTHING_TO_SET;
  const wanted = [...here, ...(mustStart(snapshot, weaker, changes) ? [startLogging(trail)] : [])];
  const mayTake = ({ call }: Step) => isWithin(scope, RESTORING_CALLS[call].tier);
  return {
    steps: wanted.filter(mayTake),
    beyond: [...wanted.filter((step) => !mayTake(step)), ...elsewhere],
  };
}

interface ConfigurationSteps {
  readonly here: readonly Step[];
  /** What another account has to do. */
  readonly elsewhere: readonly Step[];
}

const NOTHING_TO_SET: ConfigurationSteps = { here: [], elsewhere: [] };

function configurationSteps(
  { trail, parts, isGone }: Snapshot,
  baseline: Baseline,
  { weaker, accountId }: { readonly weaker: readonly Drift[]; readonly accountId: string },
): ConfigurationSteps {
  const bucketRegion = (parts.bucket?.read && parts.bucket.value?.Region) || baseline.parts.bucket?.Region;
  const about = { trailArn: trail.arn, bucketRegion: bucketRegion ?? trail.homeRegion, accountId };
  const settable = settableHere(baseline, weaker, accountId);
  const { drifts, elsewhere } = settable;
  return {
    here: [
      ...dependencySteps(weaker, baseline, about),
      ...(isGone ? recreation(weaker, settable.baseline) : trailSteps(drifts, baseline, trail)),
    ],
    elsewhere: trailSteps(elsewhere, baseline, trail),
  };
}

/** A trail whose deletion is held back, since an approved principal did it or a window is open, stays away. */
const recreation = (weaker: readonly Drift[], baseline: Baseline): readonly Step[] =>
  weaker.some(({ path }) => path === 'trail') ? recreateSteps(baseline) : [];

/**
 * Reads lag behind writes, so after a StopLogging that succeeded only a start later than it counts as proof; without that
 * proof the restart is planned whatever was read.
 */
function mustStart(
  { status, isGone }: Snapshot,
  weaker: readonly Drift[],
  changes: readonly JudgedCall[],
): boolean {
  if (isGone) return weaker.some(({ path }) => path === 'trail');
  return (
    weaker.some(({ path }) => covers('status.IsLogging', path)) ||
    changes.some(
      (judged) => isStopping(judged) && !(status.read && isLoggingSince(status.value, judged.call.at)),
    )
  );
}
