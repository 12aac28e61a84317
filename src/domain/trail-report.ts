import type { Finding } from './finding.ts';
import type { Guard } from './guard.ts';
import type { JudgedCall } from './judgement.ts';
import type { TrailPass } from './look.ts';
import {
  type Dark,
  type GuardIdentity,
  type Outcome,
  REPORT_SCHEMA,
  type ReportedCall,
  type TrailReport,
} from './report.ts';
import { type Severity, worstSeverity } from './severity.ts';
import type { SecurityFinding } from './signal.ts';
import type { StepResult } from './step.ts';

/** The report about one trail, as data. */
export function reportTrail(
  pass: TrailPass,
  told: Pick<TrailReport, 'incidentId' | 'notice' | 'times' | 'principals'>,
  securityFindings: readonly SecurityFinding[],
  guard: Guard,
): TrailReport {
  const { trail } = pass;
  const dark = darkOf(pass);
  return {
    ...headerOf(guard),
    kind: 'trail',
    ...told,
    trail: trail && { name: trail.name, arn: trail.arn, homeRegion: trail.homeRegion },
    outcome: outcomeOf(pass, guard),
    severity: severityOf(pass),
    findings: pass.findings,
    calls: reportCalls(pass.calls),
    securityFindings,
    steps: pass.steps,
    dark,
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

function outcomeOf({ findings, steps, status, isLit, standing }: TrailPass, { techniques }: Guard): Outcome {
  if (!standing.guarded) return findings.length > 0 ? 'not-restorable' : 'intact';
  if (!status.read) return 'undetermined';
  const last = steps.at(-1)?.result;
  if (isLit && steps.some(({ result }) => result === 'done')) return 'restored';
  if (last === 'done') return 'undetermined';
  if (last === 'refused') return 'refused';
  const isLeft = findings.some(({ drift }) => drift !== null) || !isLit;
  return isLeft || findings.some((finding) => isToldOnly(finding, techniques)) ? 'not-restorable' : 'intact';
}

function severityOf({ findings, calls }: TrailPass): Severity {
  const ofCalls = calls.filter(({ isGuardsOwn }) => !isGuardsOwn).map(({ judgement }) => judgement.severity);
  return worstSeverity([...findings.map(({ severity }) => severity), ...ofCalls]);
}

function darkOf({ darkFrom, status, isLit }: TrailPass): Dark | null {
  if (darkFrom === null) return null;
  const startedAt = isLit && status.read ? status.value.startLoggingTime : undefined;
  const until = startedAt === undefined ? null : Math.max(startedAt, darkFrom);
  return {
    from: new Date(darkFrom).toISOString(),
    until: until === null ? null : new Date(until).toISOString(),
    forMs: until === null ? null : until - darkFrom,
  };
}

/** A technique that this release tells and leaves to people. */
const isToldOnly = ({ techniqueId }: Finding, techniques: Guard['techniques']) =>
  !techniques.some(({ id, restore }) => id === techniqueId && restore !== undefined);

/** Why the last step did not do it; equal failures count as one. What a later step mended is no failure any more. */
function failuresOf(steps: readonly StepResult[]): TrailReport['notDone'] {
  const since = steps.slice(steps.findLastIndex(({ result }) => result === 'done') + 1);
  const failures = since.flatMap((step) => (step.result === 'done' ? [] : [step]));
  return [...Map.groupBy(failures, ({ reason }) => reason)].map(([why, [first, ...more]]) => ({
    what: `${WHAT_WAS[first?.result ?? 'failed']}${more.length > 0 ? `, ${more.length + 1} times` : ''}`,
    why,
  }));
}

const WHAT_WAS = { refused: 'StartLogging was refused', failed: 'StartLogging failed' } as const;

function notDoneOf(pass: TrailPass, { settings, techniques }: Guard): TrailReport['notDone'] {
  const { findings, steps, status, isLit, standing } = pass;
  if (!standing.guarded)
    return findings.map(({ done }) => ({ what: `Someone ${done}`, why: standing.because }));
  const toldOnly = findings
    .filter((finding) => isToldOnly(finding, techniques))
    .map(({ done }) => ({
      what: `Someone ${done}`,
      why: 'this release tells it and leaves the change to you',
    }));
  const undone = failuresOf(steps);
  const isLeftDark = settings.mode === 'notify' && !isLit && findings.length > 0;
  const isUnproven = steps.at(-1)?.result === 'done' && !isLit && status.read;
  return [
    ...toldOnly,
    ...undone,
    ...(isLeftDark
      ? [{ what: 'Logging was not restarted', why: 'the guard’s mode is notify: it changes nothing' }]
      : []),
    ...(isUnproven
      ? [{ what: 'The restart is not proven', why: 'GetTrailStatus shows no start later than the stop yet' }]
      : []),
    ...(status.read ? [] : [{ what: 'The trail’s status could not be read', why: status.reason }]),
  ];
}

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
