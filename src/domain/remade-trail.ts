import { detect, isOfRefusal } from './detect.ts';
import type { Drift } from './drift.ts';
import type { Guard } from './guard.ts';
import { isChange, type JudgedCall } from './judgement.ts';
import type { Knowledge } from './knowledge.ts';
import { sayTime } from './say-time.ts';
import { isLogging } from './trail.ts';
import type { TrailPass } from './trail-pass.ts';
import { isInWindow } from './window/past-window.ts';
import type { Windows } from './window/windows.ts';

/** Sweeps are at most an hour apart, and event history needs its time. */
const LOOK_BACK_MS = 90 * 60_000;
/** A trail may have been gone for long before it was made again. */
export const GONE_AT_MOST_MS = 24 * 3_600_000;
/** Longer than this nobody waits for event history to answer. */
const HISTORY_TAKES_MS = 20 * 60_000;

type Known = Pick<Knowledge, 'toldUntil' | 'isImpaired' | 'isCounted'> & {
  readonly windows: () => Promise<Windows>;
};

/**
 * When a trail was started that has no stop, and was approved before that start: it was deleted and made again, by whoever deleted it or by
 * a run of the guard that died before it could tell. That is all there is when the ledger is gone, too.
 * @returns milliseconds since the epoch; null when people know of it
 */
export function findRemade(
  { trail, standing, status, isDark, at }: TrailPass,
  { toldUntil, isImpaired }: Known,
): number | null {
  if (!trail || !standing.baseline || isDark || !status.read || !isLogging(status.value)) return null;
  // That it is back is told by the incident that goes on.
  if (isImpaired(trail.arn)) return null;
  const { stopLoggingTime: stop, startLoggingTime: start } = status.value;
  if (stop !== undefined || start === undefined || at - start > LOOK_BACK_MS) return null;
  return start > Math.max(toldUntil(trail.arn), Date.parse(standing.baseline.approval.at)) ? start : null;
}

/**
 * The pass as it would have been, had the event of the deletion come. A first start of an approved trail shows no deletion by itself: event
 * history must, or not answer at all.
 * @param deletions what event history shows before that start, the newest first; null when it does not answer
 */
export async function withDeletion(
  pass: TrailPass,
  start: number,
  deletions: readonly JudgedCall[] | null,
  { isCounted, windows }: Known,
  guard: Guard,
): Promise<TrailPass> {
  const { trail, at } = pass;
  const last = deletions?.toSorted((one, other) => other.call.at - one.call.at)[0];
  const isAwaited = deletions !== null || at - start < HISTORY_TAKES_MS;
  if (!trail || (!last && isAwaited) || (last && isCounted(trail.arn, last.call.eventId))) return pass;
  const deletedAt = last?.call.at ?? start;
  if (await isInWindow(trail.arn, deletedAt, windows, guard)) return pass;
  const calls = last ? [last, ...pass.calls] : pass.calls;
  const drifts = [wasGone(trail.name, start), ...pass.drifts];
  return {
    ...pass,
    calls,
    drifts,
    findings: [
      ...detect(drifts, calls.filter(isChange), guard.techniques),
      ...pass.findings.filter(isOfRefusal),
    ],
    darkFrom: last ? deletedAt : null,
    isDark: true,
  };
}

const wasGone = (name: string, start: number): Drift => ({
  path: 'trail',
  expected: name,
  actual: null,
  class: 'weaker',
  evidence: `it was gone, and made again and started at ${sayTime(start)}`,
});
