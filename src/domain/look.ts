import { floorBaseline, noBaseline } from './baseline.ts';
import { detect, findByCalls } from './detect.ts';
import type { Finding } from './finding.ts';
import type { Guard } from './guard.ts';
import { isTampering, type JudgedCall } from './judgement.ts';
import { plan } from './plan.ts';
import { restore } from './restore.ts';
import { type Part, readPart, type Snapshot } from './snapshot.ts';
import { type Standing, standingByState } from './standing.ts';
import type { StepResult } from './step.ts';
import { isLogging, type Trail, type TrailStatus } from './trail.ts';
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
  const wasDarkened = early.length > 0 || tampering.some(({ judgement }) => judgement.restore !== null);
  const deployedAt = isDark(snapshot) && !wasDarkened ? await readDeployedAt() : undefined;
  const standing = standingByState(snapshot, settings, deployedAt);
  const seen = { trail, standing, calls, status: snapshot.status };
  const baseline = standing.guarded ? floorBaseline(trail.arn) : noBaseline(trail.arn);
  const findings = detect(snapshot, baseline, tampering, techniques);
  if (!standing.guarded)
    return { ...seen, findings, steps: [], isLit: isLit(snapshot.status), darkFrom: null };

  const isSent = early.some(({ result }) => result === 'done');
  const planned = isSent ? [] : plan(snapshot, findings, tampering, techniques);
  const darkFrom = whenDarkened(snapshot, tampering, findings);
  if (settings.mode === 'notify')
    return { ...seen, findings, steps: [], isLit: isLit(snapshot.status), darkFrom };

  const steps = [...early, ...(await restore(planned, ports))];
  if (steps.length === 0) return { ...seen, findings, steps, isLit: isLit(snapshot.status), darkFrom };
  const verified = await verifyLogging(trail, darkFrom ?? 0, ports);
  const { status, isProven } = verified;
  return { ...seen, findings, steps: [...steps, ...verified.steps], status, isLit: isProven, darkFrom };
}

const takeSnapshot = async (trail: Trail, { ports }: Guard): Promise<Snapshot> => ({
  trail,
  status: await readPart(() => ports.trails.readStatus(trail)),
  at: ports.clock.now(),
});

const isLit = (status: Part<TrailStatus>) => status.read && isLogging(status.value);

const isDark = ({ status }: Snapshot) => status.read && !isLogging(status.value);

/** Calls whose trail is none that this guard knows: nothing can be read, only told. */
export function lookAtUnknown(calls: readonly JudgedCall[]): TrailPass {
  const reason = 'no trail of this account and Region fits what the call names';
  return {
    trail: null,
    standing: { guarded: false, because: reason },
    calls,
    findings: findByCalls(calls.filter(isTampering)),
    steps: [],
    status: { read: false, reason },
    isLit: false,
    darkFrom: null,
  };
}

/** AWS's own time of the stop where it is known, else the time of the call that darkened the trail. */
function whenDarkened(
  { status }: Snapshot,
  tampering: readonly JudgedCall[],
  findings: readonly Finding[],
): number | null {
  const stops = tampering.filter(({ judgement }) => judgement.restore !== null).map(({ call }) => call.at);
  const isAffected = stops.length > 0 || findings.some(({ drift }) => drift !== null);
  if (!isAffected) return null;
  const firstStop = stops.length > 0 ? Math.min(...stops) : 0;
  const stoppedAt = status.read ? (status.value.stopLoggingTime ?? 0) : 0;
  return Math.max(firstStop, stoppedAt);
}
