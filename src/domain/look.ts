import type { Baseline } from './baseline/baseline.ts';
import { type Drift, isWeaker } from './drift.ts';
import type { Guard } from './guard.ts';
import { isChange, isStopping, type JudgedCall } from './judgement.ts';
import { type Plan, plan } from './plan.ts';
import { prove } from './prove.ts';
import { restore } from './restore.ts';
import { see } from './see.ts';
import type { Snapshot } from './snapshot.ts';
import { type Standing, standingByState } from './standing.ts';
import type { Step, StepResult } from './step.ts';
import { type Depth, takeSnapshot, takeSnapshotOfMissing } from './take-snapshot.ts';
import { isLogging, type Trail } from './trail.ts';
import type { TrailPass } from './trail-pass.ts';
import { type UntoldRestore, untoldRestore } from './untold-restore.ts';
import { countRevert } from './window/breaker.ts';
import type { OpenWindow } from './window/windows.ts';

/** Why a trail is looked at. */
export interface Look {
  readonly standing: Standing;
  readonly calls: readonly JudgedCall[];
  /** Steps that the fast path already carried out. */
  readonly early: readonly StepResult[];
  readonly depth: Depth;
  /** As in `compare`. */
  readonly repairedAt: number | null;
  readonly readDeployedAt: () => Promise<number | undefined>;
  /** Writes down what settings are about to be put back. */
  readonly noteRestore: (restore: UntoldRestore) => Promise<void>;
  /** Why configuration must be left as it is for now: a window, an approval under way, the breaker. */
  readonly holdBack: (drifts: readonly Drift[]) => Promise<HeldBack | null>;
  /** By what to look instead, once it is known that an approved principal made these differences; null when nobody says so in time. */
  readonly awaitApproval: (drifts: readonly Drift[]) => Promise<Look | null>;
}

/** Drifts that are not put back now, and why. */
export interface HeldBack {
  readonly because: string;
  readonly isHeld: (drift: Drift) => boolean;
  /** A window names StopLogging: nothing else may leave a trail dark. */
  readonly holdsLogging: boolean;
  readonly window: OpenWindow | null;
}

/** Looks at one trail and puts it back: read, compare, plan, restore, verify. */
export async function lookAt(trail: Trail, look: Look, guard: Guard): Promise<TrailPass> {
  const snapshot = await takeSnapshot(trail, look.standing, look.depth, guard);
  const deployedAt = isDark(snapshot) ? await look.readDeployedAt() : undefined;
  const standing = standingByState(look.standing, snapshot.status, deployedAt);
  return putBack(snapshot, { ...look, standing }, guard);
}

const isDark = ({ status }: Snapshot) => status.read && !isLogging(status.value);

/** Looks at a trail that an approved baseline names and no listing shows any more. */
export async function lookAtGone(baseline: Baseline, look: Look, guard: Guard): Promise<TrailPass> {
  return putBack(await takeSnapshotOfMissing(baseline, guard), look, guard);
}

async function putBack(snapshot: Snapshot, look: Look, guard: Guard): Promise<TrailPass> {
  const { standing, early } = look;
  const seen = see(snapshot, look, guard);
  const mode = standing.baseline?.mode ?? guard.settings.mode;
  if (!standing.guarded) return seen;

  // Read only when something would be put back: a restart waits for no other reason.
  const isWanted = isWeaker(seen.drifts) || seen.calls.some(isStopping);
  const held = isWanted ? await look.holdBack(seen.drifts) : null;
  const window = held?.window ?? null;
  const { steps, beyond } = planFor(snapshot, seen, held, look, guard);
  if (mode === 'notify') return { ...seen, notTaken: [...steps, ...beyond], window };
  // A restart waits for nobody, though a read that lags shows no drift that it is for.
  const isRestart = !snapshot.isGone && steps.some(({ call }) => call === 'StartLogging');
  const putBackNow = seen.drifts.filter((drift) => isPutBack(drift, steps));
  const newer = isRestart ? null : await look.awaitApproval(putBackNow);
  if (newer) return putBack(snapshot, newer, guard);
  const owner = { approved: standing.baseline?.bucketOwner ?? null, own: guard.settings.accountId };
  const begun = guard.ports.clock.now();
  const noted = steps.some(isOfSettings) ? untoldRestore({ ...seen, drifts: putBackNow }, begun) : null;
  // Beside the restore and its proof, not before them: a restart waits for no ledger.
  const noting = noted && look.noteRestore(noted);
  const taken = [...early, ...(await restore(steps, owner, guard.ports))];
  const notTaken = [...beyond, ...(held ? stepsHeld(snapshot, seen, held, look, guard) : [])];
  const planned = { ...seen, noted, notTaken, heldBack: held?.because ?? null, window };
  if (taken.length === 0) return planned;
  const counting = countRevert(snapshot.trail.arn, taken, guard.ports);
  const [proven] = await Promise.all([prove(planned, snapshot, taken, look, guard), noting, counting]);
  return proven;
}

/** Of a stop the trail's own status keeps the time. */
const isOfSettings = ({ call }: Step) => call !== 'StartLogging';

const isPutBack = (drift: Drift, steps: readonly Step[]) =>
  drift.class === 'weaker' && steps.some(({ paths }) => paths.includes(drift.path));

/** The early restart is not planned once more. */
function planFor(
  snapshot: Snapshot,
  { drifts, calls }: TrailPass,
  held: HeldBack | null,
  look: Look,
  guard: Guard,
): Plan {
  const now = plan({
    snapshot,
    baseline: look.standing.baseline,
    drifts: held ? drifts.filter((drift) => !held.isHeld(drift)) : drifts,
    changes: calls.filter(isChange),
    scope: guard.settings.restoreScope,
    accountId: guard.settings.accountId,
  });
  const isSent = look.early.some(({ result }) => result === 'done');
  const mustNotSend = isSent || held?.holdsLogging;
  return mustNotSend ? { ...now, steps: now.steps.filter(({ call }) => call !== 'StartLogging') } : now;
}

const stepsHeld = (snapshot: Snapshot, { drifts }: TrailPass, held: HeldBack, look: Look, guard: Guard) =>
  plan({
    snapshot,
    baseline: look.standing.baseline,
    drifts: drifts.filter(held.isHeld),
    changes: [],
    scope: guard.settings.restoreScope,
    accountId: guard.settings.accountId,
  }).steps;
