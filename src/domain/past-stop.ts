import { detect, isOfRefusal } from './detect.ts';
import type { Drift } from './drift.ts';
import type { Guard } from './guard.ts';
import { isChange, isStopping, type JudgedCall } from './judgement.ts';
import type { Knowledge } from './knowledge.ts';
import { sayTime } from './say-time.ts';
import { isLogging } from './trail.ts';
import type { TrailPass } from './trail-pass.ts';
import { isInWindow } from './window/past-window.ts';
import type { Windows } from './window/windows.ts';

/** Sweeps are at most an hour apart, and event history needs its time. */
const LOOK_BACK_MS = 90 * 60_000;
/** Event history shows an event minutes after it happened. Later than this the stop is told without who did it. */
const HISTORY_TAKES_MS = 20 * 60_000;

/**
 * The last stop of a trail that logs again, when nobody was told of it: started again by whoever stopped it before a sweep came, or by
 * a run of the guard that died before it could tell. CloudTrail keeps the time of it in the status, and that is all there is when the
 * event of the stop was lost.
 * @returns milliseconds since the epoch
 */
export async function findPastStop(
  { trail, standing, status, isDark, at }: TrailPass,
  { toldUntil, windows }: Pick<Knowledge, 'toldUntil'> & { readonly windows: () => Promise<Windows> },
  guard: Guard,
): Promise<number | null> {
  if (!trail || !standing.baseline || isDark || !status.read || !isLogging(status.value)) return null;
  const { stopLoggingTime: stop, startLoggingTime: start } = status.value;
  if (stop === undefined || start === undefined || at - stop > LOOK_BACK_MS) return null;
  if (stop <= Math.max(toldUntil(trail.arn), Date.parse(standing.baseline.approval.at))) return null;
  const isOfWindow = await isInWindow(trail.arn, stop, windows, guard, { coversStopLogging: true });
  return isOfWindow ? null : stop;
}

/** The pass as it would have been, had the event of the stop come. Who it was may show up later. */
export function withPastStop(
  pass: TrailPass,
  stop: number,
  calls: readonly JudgedCall[],
  { techniques }: Guard,
): TrailPass {
  const stops = calls.filter((judged) => isStopping(judged));
  if (stops.length === 0 && pass.at - stop < HISTORY_TAKES_MS) return pass;
  const known = [...stops, ...pass.calls];
  const drifts = stops.length > 0 ? pass.drifts : [wasOff(stop), ...pass.drifts];
  const findings = [
    ...detect(drifts, known.filter(isChange), techniques),
    ...pass.findings.filter(isOfRefusal),
  ];
  return { ...pass, calls: known, findings, darkFrom: stop, isDark: true };
}

const wasOff = (stop: number): Drift => ({
  path: 'status.IsLogging',
  expected: true,
  actual: true,
  class: 'weaker',
  evidence: `it was stopped at ${sayTime(stop)}, and logs again`,
});
