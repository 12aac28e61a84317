import { findByRefusals } from './detect.ts';
import { isWeaker } from './drift.ts';
import type { Guard } from './guard.ts';
import type { Look } from './look.ts';
import { isLogs, stopsOf } from './see.ts';
import type { Snapshot } from './snapshot.ts';
import type { StepResult } from './step.ts';
import type { TrailPass } from './trail-pass.ts';
import { verifyLogging, verifyParts } from './verify.ts';

/** What the reads after the restore prove. */
export async function prove(
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
