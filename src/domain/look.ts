import { floorBaseline, noBaseline } from './baseline.ts';
import { detect, findByCalls } from './detect.ts';
import type { Finding } from './finding.ts';
import type { Guard } from './guard.ts';
import { isTampering, type JudgedCall } from './judgement.ts';
import { plan } from './plan.ts';
import { restore } from './restore.ts';
import { type Part, readPart, type Snapshot } from './snapshot.ts';
import { type Standing, standingBySettings, standingByState } from './standing.ts';
import type { StepResult } from './step.ts';
import { isLogging, isLoggingSince, type Trail, type TrailStatus } from './trail.ts';
import { verifyLogging } from './verify.ts';

/** What one pass saw of one trail, and did. Times are milliseconds since the epoch. */
export interface TrailPass {
  /** Null for calls whose trail is none that this guard knows: it was deleted, or never was. */
  readonly trail: Trail | null;
  readonly standing: Standing;
  readonly calls: readonly JudgedCall[];
  readonly findings: readonly Finding[];
  readonly steps: readonly StepResult[];
  /** The status after everything was done. */
  readonly status: Part<TrailStatus>;
  /** The trail is proven to log, by a read after the last step. */
  readonly isLit: boolean;
  /** When it went dark; null when it did not. */
  readonly darkFrom: number | null;
  /** This guard knew the trail, and no read shows it any more. */
  readonly isGone: boolean;
}

/**
 * Looks at one trail and puts it back: read, compare, plan, restore, verify.
 * @param early steps that the fast path already carried out
 */
export async function lookAt(
  trail: Trail,
  calls: readonly JudgedCall[],
  early: readonly StepResult[],
  readDeployedAt: () => Promise<number | undefined>,
  guard: Guard,
): Promise<TrailPass> {
  const { ports, settings, techniques } = guard;
  const snapshot = await takeSnapshot(trail, guard);
  const tampering = calls.filter(isTampering);
  const deployedAt = isDark(snapshot) ? await readDeployedAt() : undefined;
  const standing = standingByState(snapshot, settings, deployedAt);
  const seen = { trail, standing, calls, status: snapshot.status, isGone: false };
  const baseline = standing.guarded ? floorBaseline(trail.arn) : noBaseline(trail.arn);
  const findings = detect(snapshot, baseline, tampering, techniques);
  if (!standing.guarded)
    return { ...seen, findings, steps: [], isLit: isLit(snapshot.status), darkFrom: null };

  const stops = stopsOf(snapshot, tampering, findings);
  const darkFrom = stops?.first ?? null;
  const isLitNow = stops ? isLitSince(snapshot.status, stops.last) : isLit(snapshot.status);
  if (settings.mode === 'notify') return { ...seen, findings, steps: [], isLit: isLitNow, darkFrom };

  const isSent = early.some(({ result }) => result === 'done');
  const planned = isSent ? [] : plan(snapshot, findings, tampering, techniques);
  const taken = [...early, ...(await restore(planned, ports))];
  if (taken.length === 0) return { ...seen, findings, steps: [], isLit: isLitNow, darkFrom };
  const { status, isProven, steps } = await verifyLogging(trail, stops?.last ?? 0, taken, ports);
  return { ...seen, findings, steps, status, isLit: isProven, darkFrom };
}

/** A trail that is not this guard's is not read: its role may not, and asking every few minutes alarms others. */
const takeSnapshot = async (trail: Trail, { ports, settings }: Guard): Promise<Snapshot> => ({
  trail,
  status: standingBySettings(trail, settings).guarded
    ? await readPart(() => ports.trails.readStatus(trail))
    : { read: false, reason: 'it is not guarded' },
  at: ports.clock.now(),
});

const isLitSince = (status: Part<TrailStatus>, stoppedAt: number) =>
  status.read && isLoggingSince(status.value, stoppedAt);

const isLit = (status: Part<TrailStatus>) => status.read && isLogging(status.value);

const isDark = ({ status }: Snapshot) => status.read && !isLogging(status.value);

/** Calls whose trail no read shows: nothing can be put back, only told. @param former the trail, if it was known */
export function lookAtMissing(former: Trail | null, calls: readonly JudgedCall[]): TrailPass {
  const because = former
    ? 'the trail is gone, and this release does not make it again'
    : 'no trail of this account and Region fits what the call names';
  const tampering = calls.filter(isTampering);
  return {
    trail: former,
    standing: { guarded: false, because },
    calls,
    findings: findByCalls(tampering),
    steps: [],
    status: { read: false, reason: because },
    isLit: false,
    darkFrom: former && tampering.length > 0 ? Math.min(...tampering.map(({ call }) => call.at)) : null,
    isGone: former !== null,
  };
}

/**
 * When the trail went dark, by AWS's own time of the stop where it is known, else by the calls that darkened it; and the
 * latest of these times, which a proof must be later than. Null when nothing darkened it.
 */
function stopsOf(
  { status }: Snapshot,
  tampering: readonly JudgedCall[],
  findings: readonly Finding[],
): { readonly first: number; readonly last: number } | null {
  const calls = tampering.filter(({ judgement }) => judgement.restore !== null).map(({ call }) => call.at);
  if (calls.length === 0 && findings.every(({ drift }) => drift === null)) return null;
  const stoppedAt = status.read ? (status.value.stopLoggingTime ?? 0) : 0;
  const firstCall = calls.length > 0 ? Math.min(...calls) : 0;
  return { first: Math.max(firstCall, stoppedAt), last: Math.max(...calls, stoppedAt) };
}
