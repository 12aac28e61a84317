import type { Guard } from '../guard.ts';
import { isAttempt, isStopping, isTampering, isWorthTelling, type JudgedCall } from '../judgement.ts';
import type { SecurityFinding } from '../signal.ts';
import type { Trail } from '../trail.ts';
import type { TrailPass } from '../trail-pass.ts';
import type { UntoldRestore } from '../untold-restore.ts';
import { isAllHeldByWindow } from '../window/hold-back.ts';
import { withUntold } from '../with-untold.ts';
import { advance } from './advance.ts';
import { keepEpisode } from './episode.ts';
import { followImpairment, isWeakened, NOT_IMPAIRED } from './impaired.ts';
import type { Incident } from './incident.ts';
import { isIncident } from './is-incident.ts';
import type { TrailReport } from './report.ts';
import { onlyCalls, principalsOf, tellCalls } from './tell-calls.ts';
import { readEntry, type Telling, tell, untilOurs } from './telling.ts';
import { incidentIdOf, reportTrail } from './trail-report.ts';

/** Why the pass looked at all. */
export interface Occasion {
  readonly securityFindings: readonly SecurityFinding[];
  /** The schedule or a deployment, not an event. */
  readonly isSweep: boolean;
  /** Events of calls that moved a baseline in this pass: that is what is told of them. */
  readonly approvedIds: ReadonlySet<string>;
}

/** Tells what a pass saw of a trail: its incident if it darkened, and the calls that are not part of one. */
export async function tellTrail(
  pass: TrailPass,
  occasion: Occasion,
  guard: Guard,
): Promise<readonly Telling[]> {
  const incident = await tellIncident(pass, occasion, guard);
  const isOther = (judged: JudgedCall) =>
    !judged.isGuardsOwn &&
    !isAttempt(judged) &&
    !isImpairing(judged, pass) &&
    isWorthTelling(judged) &&
    !occasion.approvedIds.has(judged.call.eventId);
  const calls = await tellCalls(pass, pass.calls.filter(isOther), occasion.securityFindings, guard);
  return [...incident, ...calls];
}

/** Calls that make an incident: those that the guard has to put something back for, or that the state shows. */
function isImpairing(judged: JudgedCall, { standing, findings }: TrailPass): boolean {
  if (!standing.guarded || !isTampering(judged)) return false;
  if (isStopping(judged)) return true;
  const isInState = findings.some(({ drift, eventId }) => drift && eventId === judged.call.eventId);
  return isInState || (standing.baseline !== null && judged.judgement.restore.length > 0);
}

async function tellIncident(pass: TrailPass, occasion: Occasion, guard: Guard): Promise<readonly Telling[]> {
  const { trail } = pass;
  if (!trail || !pass.standing.guarded || isCovered(pass)) return [];
  return untilOurs(guard.ports, () => tryToTellIncident(pass, trail, occasion, guard));
}

/** All that differs is covered by a window, whose use is told. */
const isCovered = ({ window, drifts, isDark, status, steps, untold }: TrailPass): boolean =>
  window !== null &&
  steps.length === 0 &&
  untold.length === 0 &&
  isAllHeldByWindow(window, drifts) &&
  (!isDark || (window.window.coversStopLogging && status.read));

async function tryToTellIncident(
  looked: TrailPass,
  trail: Trail,
  { securityFindings, isSweep }: Occasion,
  guard: Guard,
): Promise<readonly Telling[]> {
  const { ports, settings } = guard;
  const at = ports.clock.now();
  const isState = (value: unknown): value is Incident => isIncident(value, at);
  const { entry: read, leftOver } = await readEntry(ports, 'incident', trail.arn, isState);
  const pass = withUntold(looked, restoredMeanwhile(looked, read.untold), guard);
  const entry = { ...read, untold: read.untold.filter((restore) => !isOf(restore, pass)) };
  const impairing = pass.calls.filter((judged) => isImpairing(judged, pass));
  // A status that could not be read says nothing by itself: the sweep fails over it, and comes back.
  const { isDestination } = pass.standing;
  const isReadOrKnown = pass.status.read || isDestination || impairing.length > 0 || pass.steps.length > 0;
  if (!isReadOrKnown && entry.state?.state !== 'dark') return leftOver;
  const wasImpaired = pass.findings.some(({ drift }) => drift !== null);
  const mayWait = !isSweep && impairing.length === 0 && pass.isLit;
  const before = entry.state && entry.state.state !== 'closed' ? entry.state.impaired : NOT_IMPAIRED;
  const impairment = followImpairment(pass, before, impairing);
  const advanced = advance(entry.state, {
    at,
    seenAt: pass.seenAt,
    wasImpaired,
    wasDark: pass.isDark,
    wasWeakened: isWeakened(pass, impairing),
    impaired: impairment.now,
    isLit: pass.isLit,
    mayWait,
    isSweep,
    eventIds: impairing.map(({ call }) => call.eventId),
    principals: principalsOf(impairing),
    unexplainedBy: pass.findings.flatMap(({ drift, eventId, techniqueId }) =>
      drift && !eventId ? techniqueId : [],
    ),
    techniqueIds: techniqueIdsOf(pass, impairing),
    darkFrom: pass.darkFrom,
    stoppedAt: (pass.status.read && pass.status.value.stopLoggingTime) || null,
    newId: incidentIdOf(trail.name, pass.darkFrom ?? at),
  });
  const isNoted = entry.untold.length < read.untold.length;
  if (!advanced)
    return isNoted ? [...leftOver, await tell(ports, settings, entry, entry.state, null)] : leftOver;
  if (!advanced.notice && !isNoted && isSame(advanced.incident, entry.state)) return leftOver;
  const { incident, notice } = advanced;
  const { id: incidentId, times, principals, darkFrom } = incident;
  const told = { incidentId, times, principals };
  const { dark, weakened } = impairment;
  const intervals = { dark, weakened };
  const isImpaired = dark !== null || weakened !== null;
  const ours = { ...onlyCalls(pass, impairing), darkFrom, isDark: incident.wasDark };
  const seen = {
    ...reportTrail(ours, { ...told, notice: notice ?? 'first' }, securityFindings, guard),
    // A message after the end is about the last time.
    ...(isImpaired && intervals),
  };
  const report = notice && withWaiting(seen, entry.state?.waiting ?? null);
  const isWaiting = !notice && mayWait && wasImpaired && !incident.waiting;
  const state = isWaiting ? { ...incident, waiting: seen } : incident;
  const telling = await tell(ports, settings, entry, state, report);
  if (telling.end !== 'elsewhere')
    await keepEpisode({ trail, incident, found: pass.found, ...intervals }, report, ports);
  return [...leftOver, telling];
}

/** What another run put back before this one looked, whose call is this one's to tell: whoever is first, the message says that it was put back. */
function restoredMeanwhile(pass: TrailPass, untold: readonly UntoldRestore[]): readonly UntoldRestore[] {
  const isCallAlone = pass.isLit && pass.steps.length === 0 && pass.drifts.length === 0;
  return isCallAlone && pass.calls.some((judged) => isImpairing(judged, pass))
    ? untold.filter(({ at }) => at <= pass.at && !pass.untold.some((one) => one.at === at))
    : [];
}

const isOf = ({ at }: UntoldRestore, { noted, untold }: TrailPass): boolean =>
  noted?.at === at || untold.some((one) => one.at === at);

const techniqueIdsOf = ({ findings }: TrailPass, impairing: readonly JudgedCall[]): readonly string[] => [
  ...new Set([
    ...findings.flatMap(({ drift, techniqueId }) => (drift ? techniqueId : [])),
    ...impairing.flatMap(({ judgement }) => judgement.techniqueId ?? []),
  ]),
];

/** What an earlier pass did and did not tell, since the event that says who it was had not come. */
const withWaiting = (now: TrailReport, waiting: TrailReport | null): TrailReport => {
  if (!waiting) return now;
  const { at, notice, incidentId, times, principals, calls } = now;
  const known = { at, notice, incidentId, times, principals };
  if (calls.every(({ isGuardsOwn }) => isGuardsOwn)) return { ...waiting, ...known };
  const { steps, drifts, dark, weakened, outcome } = waiting;
  return { ...now, ...(now.steps.length === 0 && { steps, drifts, dark, weakened, outcome }) };
};

const isSame = (now: Incident, before: Incident | undefined) =>
  JSON.stringify(now) === JSON.stringify(before);
