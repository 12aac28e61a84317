import { compare } from './compare/compare.ts';
import { detect, judgeByFindings } from './detect.ts';
import { isWeaker } from './drift.ts';
import type { Finding } from './finding.ts';
import { foundParts } from './found-parts.ts';
import type { Guard } from './guard.ts';
import { isChange, isStopping, type JudgedCall } from './judgement.ts';
import type { Look } from './look.ts';
import { settleByState } from './settle-by-state.ts';
import type { Part, Snapshot } from './snapshot.ts';
import { isLogging, isLoggingSince, type TrailStatus } from './trail.ts';
import type { TrailPass } from './trail-pass.ts';

/** What the snapshot shows, before anything is done. */
export function see(snapshot: Snapshot, look: Look, guard: Guard): TrailPass {
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
    seenAt: at,
    at,
    isGone,
    noted: null,
    untold: [],
  };
}

const NOTHING_COMPARED = { drifts: [], unread: [] } as const;

const isLitSince = (status: Part<TrailStatus>, stoppedAt: number) =>
  status.read && isLoggingSince(status.value, stoppedAt);

export const isLogs = (status: Part<TrailStatus>) => status.read && isLogging(status.value);

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
export function stopsOf(
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
