import { covers, findByState } from '../detect.ts';
import { type Drift, isWeaker } from '../drift.ts';
import type { Finding } from '../finding.ts';
import type { Guard } from '../guard.ts';
import type { JudgedCall } from '../judgement.ts';
import { isWithin, RESTORING_CALLS } from '../restoring-call.ts';
import { sayTime } from '../say-time.ts';
import { type Severity, worstSeverity } from '../severity.ts';
import type { SecurityFinding } from '../signal.ts';
import type { StepResult } from '../step.ts';
import type { Technique } from '../technique.ts';
import type { TrailPass } from '../trail-pass.ts';
import { isLeft } from '../untold-restore.ts';
import {
  type Dark,
  type GuardIdentity,
  type Outcome,
  REPORT_SCHEMA,
  type ReportedCall,
  type ReportedDrift,
  type TrailReport,
} from './report.ts';

/** The report about one trail, as data. */
export function reportTrail(
  pass: TrailPass,
  told: Pick<TrailReport, 'incidentId' | 'notice' | 'times' | 'principals'>,
  securityFindings: readonly SecurityFinding[],
  guard: Guard,
): TrailReport {
  const { trail, standing, steps, notTaken, unread, isDark } = pass;
  const interval = intervalOf(pass);
  const notPutBack = findingsLeft(pass, guard);
  return {
    ...headerOf(guard),
    kind: 'trail',
    about: pass.about,
    ...told,
    trail: trail && { name: trail.name, arn: trail.arn, homeRegion: trail.homeRegion },
    outcome: outcomeOf(pass, guard),
    severity: severityOf(pass),
    findings: pass.findings,
    calls: reportCalls(pass.calls),
    securityFindings,
    baseline: standing.baseline && {
      version: standing.baseline.version,
      approval: standing.baseline.approval,
    },
    drifts: reportDrifts(pass),
    unread,
    steps,
    plan: notTaken,
    dark: isDark ? interval : null,
    weakened: isDark ? null : interval,
    lost: textsOf(pass.findings, ({ lost }) => lost, guard),
    toDo: textsOf(
      [...notPutBack, ...findByState(shownLater(pass), [], guard.techniques)],
      ({ toDo }) => toDo,
      guard,
    ),
    notDone: notDoneOf(pass, guard),
  };
}

export const headerOf = ({ ports, settings }: Guard) => ({
  schema: REPORT_SCHEMA,
  at: new Date(ports.clock.now()).toISOString(),
  guard: identityOf(settings),
});

const identityOf = ({
  accountId,
  region,
  partition,
  mode,
  sweepMinutes,
}: Guard['settings']): GuardIdentity => ({
  accountId,
  region,
  partition,
  mode,
  sweepMinutes,
});

/** An id people can read: the trail, and when it began. Every copy of a message about it bears the same. */
export const incidentIdOf = (name: string, from: number): string =>
  `${name}-${new Date(from).toISOString().replace(/[-:]|\.\d+/g, '')}`;

function outcomeOf(pass: TrailPass, guard: Guard): Outcome {
  const { findings, steps, status, isLit, standing, left, isGone, untold } = pass;
  if (!standing.guarded) return findings.length > 0 ? 'not-restorable' : 'intact';
  if (!status.read && !isGone && !status.isElsewhere) return 'undetermined';
  const isDone = steps.some(({ result }) => result === 'done');
  const isRefused = steps.at(-1)?.result === 'refused';
  if (isLit) return isDone || untold.length > 0 ? 'restored' : outcomeOfUntouched(pass, guard);
  if (isRefused && !isDone) return 'refused';
  if (isDone) return isWeaker(left.filter(isSetting)) ? 'partly-restored' : 'undetermined';
  return 'not-restorable';
}

/** Whether it logs is proven by more than a difference: by a start later than the stop. */
const isSetting = ({ path }: Pick<Drift, 'path'>) => !covers('status', path);

/** The state is as it must be, and nothing was done for it. */
const outcomeOfUntouched = ({ findings }: TrailPass, { techniques }: Guard): Outcome =>
  findings.some(({ techniqueId, drift }) => drift === null && restoreOf(techniqueId, techniques).length === 0)
    ? 'not-restorable'
    : 'intact';

const restoreOf = (techniqueId: string, techniques: readonly Technique[]) =>
  techniques.find(({ id }) => id === techniqueId)?.restore ?? [];

function severityOf({ findings, calls }: TrailPass): Severity {
  const ofCalls = calls.filter(({ isGuardsOwn }) => !isGuardsOwn).map(({ judgement }) => judgement.severity);
  return worstSeverity([...findings.map(({ severity }) => severity), ...ofCalls]);
}

/** Null when nothing impaired the trail, or nobody knows since when. */
function intervalOf({ darkFrom, status, isLit, isDark, at }: TrailPass): Dark | null {
  if (darkFrom === null) return null;
  const startedAt = isDark && status.read ? status.value.startLoggingTime : at;
  const until = isLit && startedAt !== undefined ? Math.max(startedAt, darkFrom) : null;
  return {
    from: new Date(darkFrom).toISOString(),
    until: until === null ? null : new Date(until).toISOString(),
    forMs: until === null ? null : until - darkFrom,
  };
}

export const reportDrifts = (pass: TrailPass): readonly ReportedDrift[] =>
  [...pass.drifts, ...shownLater(pass)].map((drift) => ({ ...drift, fate: fateOf(drift, pass.left) }));

/** What only showed when what hid it was put back: a bucket that was made again lacks what a guard may not give it. */
const shownLater = ({ drifts, left }: Pick<TrailPass, 'drifts' | 'left'>): readonly Drift[] =>
  left.filter(
    ({ path, class: kind }) =>
      kind === 'weaker' && isSetting({ path }) && !drifts.some((drift) => drift.path === path),
  );

function fateOf(drift: Drift, left: readonly Drift[]): ReportedDrift['fate'] {
  const isLeft = left.some((other) => other.path === drift.path && other.class === drift.class);
  if (!isLeft) return 'put-back';
  return drift.class === 'weaker' ? 'left' : 'told';
}

/** Findings after which something is still not as it must be, or that no state shows and nobody puts back. */
const findingsLeft = (
  { findings, left, standing, isLit }: TrailPass,
  { techniques }: Guard,
): readonly Finding[] =>
  findings.filter(({ drift, techniqueId }) =>
    drift
      ? left.some(({ path }) => path === drift.path)
      : !isLit || !standing.guarded || restoreOf(techniqueId, techniques).length === 0,
  );

/** What techniques say of themselves, each sentence once. */
export const textsOf = (
  findings: readonly Finding[],
  textOf: (technique: Technique) => string,
  { techniques }: Guard,
): readonly string[] => [
  ...new Set(
    findings.flatMap(({ techniqueId }) => {
      const technique = techniques.find(({ id }) => id === techniqueId);
      return technique ? textOf(technique) : [];
    }),
  ),
];

/** Why steps did not do it; equal failures count as one. What a later step of the same kind mended is no failure any more. */
function failuresOf(steps: readonly StepResult[]): TrailReport['notDone'] {
  const failures = steps.filter(
    (step, index) =>
      step.result !== 'done' &&
      !steps.slice(index).some(({ call, result }) => call === step.call && result === 'done'),
  );
  const reasons = failures.flatMap((step) => (step.result === 'done' ? [] : [step]));
  return [...Map.groupBy(reasons, ({ call, reason }) => `${call} ${reason}`).values()].map(
    ([first, ...more]) => ({
      what: `${first?.call} ${WHAT_WAS[first?.result ?? 'failed']}${more.length > 0 ? `, ${more.length + 1} times` : ''}`,
      why: first?.reason ?? '',
    }),
  );
}

const WHAT_WAS = { refused: 'was refused', failed: 'failed' } as const;

function notDoneOf(pass: TrailPass, { settings, techniques }: Guard): TrailReport['notDone'] {
  const { findings, steps, status, isLit, standing, notTaken, heldBack, isGone } = pass;
  if (!standing.guarded)
    return findings.map(({ done }) => ({ what: `Someone ${done}`, why: standing.because }));
  const isInPlan = (path: string) => notTaken.some(({ paths }) => paths.some((planned) => planned === path));
  const toldOnly = findings
    .filter(({ techniqueId }) => restoreOf(techniqueId, techniques).length === 0)
    .filter(({ drift }) => !drift || !isInPlan(drift.path))
    .map(({ done }) => ({ what: `Someone ${done}`, why: 'no call of the guard’s can undo it' }));
  const unapproved = findings
    .filter(
      ({ drift, techniqueId }) => !drift && !standing.baseline && isOfConfiguration(techniqueId, techniques),
    )
    .map(({ done }) => ({ what: `Someone ${done}`, why: 'nobody has approved what this trail must be' }));
  const mode = standing.baseline?.mode ?? settings.mode;
  const isLeft = mode === 'notify' && !isLit && findings.length > 0;
  const isUnproven =
    steps.at(-1)?.result === 'done' && !isLit && status.read && !isWeaker(pass.left.filter(isSetting));
  const beyond = [...new Set(notTaken.map(({ call }) => call))].filter((call) =>
    isBeyond(call, settings.restoreScope),
  );
  return [
    ...toldOnly,
    ...unapproved,
    ...toldLate(pass),
    ...failuresOf(steps),
    ...beyond.map((call) => ({
      what: `${call} was not called`,
      why: `RestoreScope ${settings.restoreScope} does not let the guard do it: a person must`,
    })),
    ...(heldBack ? [{ what: 'The settings were not put back', why: heldBack }] : []),
    ...(isLeft
      ? [{ what: 'Nothing was put back', why: 'the mode is notify: the guard changes nothing' }]
      : []),
    ...(isUnproven
      ? [{ what: 'The restart is not proven', why: 'GetTrailStatus shows no start later than the stop yet' }]
      : []),
    ...(status.read || isGone || status.isElsewhere
      ? []
      : [{ what: 'The trail’s status could not be read', why: status.reason }]),
  ];
}

/** What a run that still goes on put back is told in time. */
const toldLate = ({ untold, at: now }: TrailPass): TrailReport['notDone'] =>
  untold
    .filter((one) => isLeft(one, now))
    .slice(0, 1)
    .map(({ at }) => ({
      what: 'This was not told when it was found',
      why: `the run that began to put it back at ${sayTime(at)} ended before it could tell`,
    }));

const isOfConfiguration = (techniqueId: string, techniques: readonly Technique[]) => {
  const restore = restoreOf(techniqueId, techniques);
  return restore.length > 0 && !restore.includes('StartLogging');
};

const isBeyond = (call: keyof typeof RESTORING_CALLS, scope: Guard['settings']['restoreScope']) =>
  !isWithin(scope, RESTORING_CALLS[call].tier);

/** Calls as a report tells them, the oldest first. */
export const reportCalls = (calls: readonly JudgedCall[]): readonly ReportedCall[] =>
  calls.toSorted((a, b) => a.call.at - b.call.at).map(reportCall);

const reportCall = ({ call, judgement, isGuardsOwn }: JudgedCall): ReportedCall => ({
  eventId: call.eventId,
  eventName: call.eventName,
  at: new Date(call.at).toISOString(),
  region: call.region,
  actor: call.actor,
  sourceIp: call.sourceIp,
  userAgent: call.userAgent,
  error: call.error,
  trailAsRecorded: call.trailAsRecorded,
  done: judgement.done,
  techniqueId: judgement.techniqueId,
  severity: judgement.severity,
  evidence: judgement.evidence,
  isGuardsOwn,
  record: call.record,
});
