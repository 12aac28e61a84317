import type { Drift, DriftPath } from './drift.ts';
import type { Finding } from './finding.ts';
import { isTampering, type JudgedCall } from './judgement.ts';
import type { StepResult } from './step.ts';
import type { Technique } from './technique.ts';

/**
 * What the differences in the state and the calls show. Only what is weaker is a finding.
 * @param changes calls by somebody else that succeeded, whether or not their records alone show a technique
 */
export function detect(
  drifts: readonly Drift[],
  changes: readonly JudgedCall[],
  techniques: readonly Technique[],
): readonly Finding[] {
  const byState = findByState(
    drifts.filter((drift) => drift.class === 'weaker'),
    changes,
    techniques,
  );
  const seen = new Set(byState.map((finding) => finding.eventId));
  const others = changes.filter((judged) => isTampering(judged) && !seen.has(judged.call.eventId));
  return [...byState, ...findByCalls(others)];
}

/** The techniques that differences show, each with the call that did it, if it is known. */
export const findByState = (
  drifts: readonly Drift[],
  changes: readonly JudgedCall[],
  techniques: readonly Technique[],
): readonly Finding[] => drifts.flatMap((drift) => findByDrift(drift, changes, techniques));

/** What keeps a step from being done shows a technique of its own: the quota used up, the bucket's name taken. */
export const findByRefusals = (
  steps: readonly StepResult[],
  techniques: readonly Technique[],
): readonly Finding[] =>
  techniques.flatMap(({ id, severity, done, shownByRefusal = [] }) => {
    const refused = steps.find(
      (step) =>
        step.result === 'refused' && shownByRefusal.some((code) => step.reason.startsWith(`${code}:`)),
    );
    if (refused?.result !== 'refused') return [];
    return [{ techniqueId: id, severity, done, evidence: refused.reason, drift: null, eventId: null }];
  });

/** Shown by neither the state nor a call of somebody's. */
export const isOfRefusal = ({ drift, eventId }: Finding): boolean => drift === null && eventId === null;

/** A call whose damage the state shows is judged by that, whatever its record alone shows. */
export const judgeByFindings = (
  calls: readonly JudgedCall[],
  findings: readonly Finding[],
  techniques: readonly Technique[],
): readonly JudgedCall[] =>
  calls.map((judged) => {
    const finding = findings.find(({ drift, eventId }) => drift && eventId === judged.call.eventId);
    if (!finding || judged.judgement.techniqueId !== null) return judged;
    const { techniqueId, severity, done, evidence } = finding;
    const { restore = [], subject = null } = techniques.find(({ id }) => id === techniqueId) ?? {};
    return { ...judged, judgement: { techniqueId, severity, done, evidence, restore, subject } };
  });

/** A path stands for itself and all below it. */
export const covers = (path: DriftPath | 'status' | 'delivery', other: DriftPath): boolean =>
  other === path || other.startsWith(`${path}.`);

/** The technique whose damage a drift is; the one that names its path most closely. */
export const techniqueOf = (drift: Drift, techniques: readonly Technique[]): Technique | undefined =>
  techniques
    .flatMap((technique) => {
      const path = technique.drift.find((candidate) => covers(candidate, drift.path));
      if ((technique.isNoWeakness ?? false) !== (drift.class !== 'weaker')) return [];
      return path && (technique.isShownBy?.(drift) ?? true) ? [{ technique, path }] : [];
    })
    .toSorted((one, other) => other.path.length - one.path.length)[0]?.technique;

function findByDrift(
  drift: Drift,
  changes: readonly JudgedCall[],
  techniques: readonly Technique[],
): readonly Finding[] {
  const technique = techniqueOf(drift, techniques);
  if (!technique) return [];
  const possible = changes.filter(({ call }) => technique.isCauseOf?.(call, drift) ?? true);
  const cause =
    possible.findLast(({ judgement }) => judgement.techniqueId === technique.id) ??
    possible.findLast(({ call }) => isCallOf(technique, call));
  return [
    {
      techniqueId: technique.id,
      severity: technique.severity,
      done: technique.done,
      evidence: drift.evidence ?? describe(drift),
      drift,
      eventId: cause?.call.eventId ?? null,
    },
  ];
}

/** Whether a call is one of those that a technique is done with, whatever its request says. */
export const isCallOf = (
  { calls }: Pick<Technique, 'calls'>,
  { eventSource, eventName }: JudgedCall['call'],
): boolean =>
  calls.some((watched) => watched.eventSource === eventSource && watched.eventNames.includes(eventName));

function describe({ path, actual, expected }: Drift): string {
  const name = path.split('.').pop();
  return `${name} is ${brief(actual)}, must be ${brief(expected)}`;
}

const LONGEST_VALUE = 120;

function brief(value: unknown): string {
  if (value === null || value === undefined) return 'not set';
  const text = JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** What calls show by themselves, before or beside any state. */
const findByCalls = (tampering: readonly JudgedCall[]): readonly Finding[] =>
  tampering.map(({ call, judgement }) => ({
    techniqueId: judgement.techniqueId ?? '',
    severity: judgement.severity,
    done: judgement.done,
    evidence: judgement.evidence ?? `${call.eventName} succeeded`,
    drift: null,
    eventId: call.eventId,
  }));
