import type { Baseline } from './baseline/baseline.ts';
import { compare, type UnreadPart } from './compare/compare.ts';
import { detect, findByRefusals, judgeByFindings } from './detect.ts';
import type { Drift } from './drift.ts';
import type { Finding } from './finding.ts';
import { foundParts } from './found-parts.ts';
import type { Guard } from './guard.ts';
import { isChange, isStopping, isTampering, type JudgedCall } from './judgement.ts';
import type { Parts } from './parts.ts';
import { type Plan, plan } from './plan.ts';
import { restore } from './restore.ts';
import { settleByState } from './settle-by-state.ts';
import type { Part, Snapshot } from './snapshot.ts';
import { type Standing, standingByState } from './standing.ts';
import type { Step, StepResult } from './step.ts';
import { type Depth, takeSnapshot, takeSnapshotOfMissing } from './take-snapshot.ts';
import { isLogging, isLoggingSince, type Trail, type TrailStatus } from './trail.ts';
import { type UntoldRestore, untoldRestore } from './untold-restore.ts';
import { verifyLogging, verifyParts } from './verify.ts';
import { countRevert } from './window/breaker.ts';
import type { OpenWindow } from './window/windows.ts';

/** What one pass saw of one trail, and did. Times are milliseconds since the epoch. */
export interface TrailPass {
  /** What its calls are about: of the guard's own parts and the account, `trail` is null. */
  readonly about: 'trail' | 'guard' | 'account';
  /** Null for calls whose trail is none that this guard knows: it was deleted, or never was. */
  readonly trail: Trail | null;
  readonly standing: Standing;
  readonly calls: readonly JudgedCall[];
  readonly findings: readonly Finding[];
  /** Every difference from the baseline, as it was before anything was put back. */
  readonly drifts: readonly Drift[];
  /** The parts of weaker drifts, as they were found. */
  readonly found: Parts;
  /** What still differs after everything was done. */
  readonly left: readonly Drift[];
  /** Parts that could not be read. */
  readonly unread: readonly UnreadPart[];
  readonly steps: readonly StepResult[];
  /** Steps that were needed and not taken: they lie beyond the guard's scope, or are held back. */
  readonly notTaken: readonly Step[];
  /** Why the guard holds back what it could do; null when it does not. */
  readonly heldBack: string | null;
  /** The maintenance window under which something was left as it is. */
  readonly window: OpenWindow | null;
  /** The status after everything was done. */
  readonly status: Part<TrailStatus>;
  /** The trail is proven, by a read after the last step, to log and to lack nothing of its baseline that was looked at. */
  readonly isLit: boolean;
  /** It is proven to log, whatever else it lacks. */
  readonly logs: boolean;
  /** When it was impaired; null when it was not, or that is unknown. */
  readonly darkFrom: number | null;
  /** Nothing was recorded meanwhile. Otherwise the trail was weakened. */
  readonly isDark: boolean;
  /** When the last read was made. */
  readonly at: number;
  /** This guard knew the trail, and no read shows it any more. */
  readonly isGone: boolean;
  /** Its own restore of settings, which lies in the ledger until it is told; null when there is none. */
  readonly noted: UntoldRestore | null;
  /** What runs that ended before they told began to put back. */
  readonly untold: readonly UntoldRestore[];
}

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
  const owner = { approved: standing.baseline?.bucketOwner ?? null, own: snapshot.trail.accountId };
  const noted = steps.some(isOfSettings) ? untoldRestore(seen, guard.ports.clock.now()) : null;
  // Beside the restore, not before it: nothing waits for the ledger.
  const noting = noted && look.noteRestore(noted);
  const taken = [...early, ...(await restore(steps, owner, guard.ports))];
  await noting;
  const notTaken = [...beyond, ...(held ? stepsHeld(snapshot, seen, held, look, guard) : [])];
  const planned = { ...seen, noted, notTaken, heldBack: held?.because ?? null, window };
  if (taken.length === 0) return planned;
  await countRevert(snapshot.trail.arn, taken, guard.ports);
  return prove(planned, snapshot, taken, look, guard);
}

/** Of a stop the trail's own status keeps the time. */
const isOfSettings = ({ call }: Step) => call !== 'StartLogging';

const isPutBack = (drift: Drift, steps: readonly Step[]) =>
  drift.class === 'weaker' && steps.some(({ paths }) => paths.includes(drift.path));

/** What the snapshot shows, before anything is done. */
function see(snapshot: Snapshot, look: Look, guard: Guard): TrailPass {
  const { standing, repairedAt } = look;
  const { techniques } = guard;
  const { trail, status, isGone, at } = snapshot;
  const { drifts, unread } = standing.guarded
    ? compare(snapshot, standing.baseline, repairedAt)
    : NOTHING_COMPARED;
  const calls = standing.baseline
    ? settleByState(look.calls, { drifts, parts: snapshot.parts, baseline: standing.baseline }, guard)
    : look.calls;
  const changes = calls.filter(isChange);
  const findings = detect(drifts, changes, techniques);
  const judged = judgeByFindings(calls, findings, techniques);
  const stops = stopsOf(snapshot, judged);
  const isLogging = standing.isDestination || (stops ? isLitSince(status, stops.last) : isLogs(status));
  const isLit = isLogging && !isWeaker(drifts);
  return {
    about: 'trail',
    trail,
    standing,
    calls: judged,
    findings,
    drifts,
    found: foundParts(drifts, snapshot.parts),
    left: drifts,
    unread,
    steps: [],
    notTaken: [],
    heldBack: null,
    window: null,
    status,
    isLit,
    logs: isLogging,
    darkFrom: standing.guarded ? (stops?.first ?? impairedFrom(findings, judged)) : null,
    isDark: stops !== null || isGone,
    at,
    isGone,
    noted: null,
    untold: [],
  };
}

const NOTHING_COMPARED = { drifts: [], unread: [] } as const;

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

async function prove(
  seen: TrailPass,
  snapshot: Snapshot,
  taken: readonly StepResult[],
  { standing, depth }: Look,
  guard: Guard,
): Promise<TrailPass> {
  const stops = stopsOf(snapshot, seen.calls);
  const isStarted = taken.some(({ call }) => call === 'StartLogging');
  const logging = isStarted
    ? await verifyLogging(snapshot.trail, stops?.last ?? 0, taken, guard.ports)
    : null;
  const steps = logging?.steps ?? taken;
  const refusals = findByRefusals(steps, guard.techniques);
  const status = logging?.status ?? snapshot.status;
  const isChanged = steps.some(({ call, result }) => call !== 'StartLogging' && result === 'done');
  const after = isChanged
    ? await verifyParts(snapshot, standing, depth, steps, guard)
    : {
        drifts: seen.drifts.filter(({ path }) => path !== 'status.IsLogging' || !logging?.isProven),
        unread: seen.unread,
      };
  const isLogsNow = standing.isDestination || (logging ? logging.isProven : isLogs(status));
  return {
    ...seen,
    findings: [...seen.findings, ...refusals],
    steps,
    status,
    left: after.drifts,
    unread: after.unread,
    isLit: isLogsNow && !isWeaker(after.drifts),
    logs: isLogsNow,
    at: guard.ports.clock.now(),
    isGone: seen.isGone && after.drifts.some(({ path }) => path === 'trail'),
  };
}

export const isWeaker = (drifts: readonly Drift[]): boolean =>
  drifts.some((drift) => drift.class === 'weaker');

const isLitSince = (status: Part<TrailStatus>, stoppedAt: number) =>
  status.read && isLoggingSince(status.value, stoppedAt);

const isLogs = (status: Part<TrailStatus>) => status.read && isLogging(status.value);

const isDark = ({ status }: Snapshot) => status.read && !isLogging(status.value);

/** When the calls that weakened it were made; null when none is known. */
function impairedFrom(findings: readonly Finding[], calls: readonly JudgedCall[]): number | null {
  const causes = calls.filter(({ call }) =>
    findings.some(({ drift, eventId }) => drift && eventId === call.eventId),
  );
  return causes.length > 0 ? Math.min(...causes.map(({ call }) => call.at)) : null;
}

/**
 * When the trail went dark, by AWS's own time of the stop where it is known, else by the calls that darkened it; and the
 * latest of these times, which a proof must be later than. Null when nothing darkened it.
 */
function stopsOf(
  { status, isGone, at }: Snapshot,
  calls: readonly JudgedCall[],
): { readonly first: number; readonly last: number } | null {
  const stopping = calls.filter((judged) => isStopping(judged)).map(({ call }) => call.at);
  const isOff = status.read && !isLogging(status.value);
  if (stopping.length === 0 && !isOff) return isGone ? { first: at, last: 0 } : null;
  const stoppedAt = status.read ? (status.value.stopLoggingTime ?? 0) : 0;
  const firstCall = stopping.length > 0 ? Math.min(...stopping) : 0;
  // A trail that was never started has no time of a stop.
  return { first: Math.max(firstCall, stoppedAt) || at, last: Math.max(...stopping, stoppedAt) };
}

/** Calls whose trail no read shows: nothing can be put back, only told. @param former the trail, if it was known */
export function lookAtMissing(former: Trail | null, calls: readonly JudgedCall[], at: number): TrailPass {
  const because = former
    ? 'the trail is gone, and nobody had approved what it must be'
    : 'no trail of this account and Region fits what the call names';
  return unknownPass({ about: 'trail', trail: former, because, calls, at });
}

interface UnknownPass extends Pick<TrailPass, 'about' | 'trail' | 'calls' | 'at'> {
  readonly because: string;
}

/** A pass over calls that no guarded trail stands behind. */
export function unknownPass({ about, trail, because, calls, at }: UnknownPass): TrailPass {
  const tampering = calls.filter(isTampering);
  return {
    about,
    trail,
    standing: { guarded: false, because, baseline: null, isDestination: false },
    calls,
    findings: detect([], tampering, []),
    drifts: [],
    found: {},
    left: [],
    unread: [],
    steps: [],
    notTaken: [],
    heldBack: null,
    window: null,
    status: { read: false, reason: because },
    isLit: false,
    logs: false,
    darkFrom: trail && tampering.length > 0 ? Math.min(...tampering.map(({ call }) => call.at)) : null,
    isDark: trail !== null,
    at,
    isGone: trail !== null,
    noted: null,
    untold: [],
  };
}
