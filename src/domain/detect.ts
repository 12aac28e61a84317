import type { Baseline } from './baseline.ts';
import type { Drift, DriftPath } from './drift.ts';
import type { Finding } from './finding.ts';
import type { JudgedCall } from './judgement.ts';
import type { Snapshot } from './snapshot.ts';
import type { Technique } from './technique.ts';
import { isLogging } from './trail.ts';

/** What the state and the calls show, against what must be. */
export function detect(
  snapshot: Snapshot,
  baseline: Baseline,
  tampering: readonly JudgedCall[],
  techniques: readonly Technique[],
): readonly Finding[] {
  const byState = techniques.flatMap((technique) => findByState(snapshot, baseline, tampering, technique));
  const seen = new Set(byState.map((finding) => finding.eventId));
  return [...byState, ...findByCalls(tampering.filter(({ call }) => !seen.has(call.eventId)))];
}

function findByState(
  snapshot: Snapshot,
  baseline: Baseline,
  tampering: readonly JudgedCall[],
  technique: Technique,
): readonly Finding[] {
  const drift = driftAt(technique.drift, snapshot, baseline);
  if (!drift) return [];
  const cause = tampering.findLast(({ judgement }) => judgement.techniqueId === technique.id);
  return [
    {
      techniqueId: technique.id,
      severity: technique.severity,
      done: technique.done,
      evidence: `${drift.path.split('.').pop()} is ${JSON.stringify(drift.actual)}, must be ${JSON.stringify(drift.expected)}`,
      drift,
      eventId: cause?.call.eventId ?? null,
    },
  ];
}

/** What calls show by themselves, before or beside any state. */
export const findByCalls = (tampering: readonly JudgedCall[]): readonly Finding[] =>
  tampering.map(({ call, judgement }) => ({
    techniqueId: judgement.techniqueId ?? '',
    severity: judgement.severity,
    done: judgement.done,
    evidence: judgement.evidence ?? `${call.eventName} succeeded`,
    drift: null,
    eventId: call.eventId,
  }));

/** The difference at one path, when the baseline says something about it and it could be read. */
function driftAt(path: DriftPath, snapshot: Snapshot, baseline: Baseline): Drift | undefined {
  if (!baseline.expected.has(path)) return;
  if (path !== 'status.IsLogging' || !snapshot.status.read) return;
  const actual = isLogging(snapshot.status.value);
  const expected = baseline.expected.get(path);
  return actual === expected ? undefined : { path, expected, actual, class: 'weaker' };
}
