import { principalOf } from './actor.ts';
import type { Guard } from './guard.ts';
import { advance, type Incident, isIncident } from './incident.ts';
import { isAttempt, isTampering, type JudgedCall } from './judgement.ts';
import type { TrailPass } from './look.ts';
import type { TrailReport } from './report.ts';
import type { SecurityFinding } from './signal.ts';
import { newEntry, readEntry, type Telling, type Told, tell, untilOurs } from './telling.ts';
import type { Trail } from './trail.ts';
import { incidentIdOf, reportTrail } from './trail-report.ts';

/** Why the pass looked at all. */
export interface Occasion {
  readonly securityFindings: readonly SecurityFinding[];
  /** The schedule or a deployment, not an event. */
  readonly isSweep: boolean;
}

/** Tells what a pass saw of a trail: its incident if it darkened, and the calls that are not part of one. */
export async function tellTrail(
  pass: TrailPass,
  occasion: Occasion,
  guard: Guard,
): Promise<readonly Telling[]> {
  const incident = await tellIncident(pass, occasion, guard);
  const calls = await tellCalls(pass, occasion.securityFindings, guard);
  return [...incident, ...calls];
}

/** Sends what earlier runs could not send about calls: no trail's own pass comes back to them. */
export async function tellEarlierCalls({ ports }: Guard): Promise<readonly Telling[]> {
  const tellings: Telling[] = [];
  for (const { id, value } of await ports.ledger.list<Told<true>>('call')) {
    if (value.outbox.length > 0) tellings.push(...(await readEntry(ports, 'call', id, isTrue)).leftOver);
  }
  return tellings;
}

/** Calls that darken a trail: they make an incident. */
const isDarkening = (judged: JudgedCall) => isTampering(judged) && judged.judgement.restore !== null;

async function tellIncident(pass: TrailPass, occasion: Occasion, guard: Guard): Promise<readonly Telling[]> {
  const { trail } = pass;
  if (!trail || !pass.standing.guarded) return [];
  return untilOurs(guard.ports, () => tryToTellIncident(pass, trail, occasion, guard));
}

async function tryToTellIncident(
  pass: TrailPass,
  trail: Trail,
  { securityFindings, isSweep }: Occasion,
  guard: Guard,
): Promise<readonly Telling[]> {
  const { ports, settings } = guard;
  const at = ports.clock.now();
  const isState = (value: unknown): value is Incident => isIncident(value, at);
  const { entry, leftOver } = await readEntry(ports, 'incident', trail.arn, isState);
  const darkening = pass.calls.filter(isDarkening);
  // A status that could not be read says nothing by itself: the sweep fails over it, and comes back.
  const isReadOrKnown = pass.status.read || darkening.length > 0 || pass.steps.length > 0;
  if (!isReadOrKnown && entry.state?.state !== 'dark') return leftOver;
  const advanced = advance(entry.state, {
    at,
    wasImpaired: pass.findings.some(({ drift }) => drift !== null),
    isLit: pass.isLit,
    isSweep,
    eventIds: darkening.map(({ call }) => call.eventId),
    principals: principalsOf(darkening),
    darkFrom: pass.darkFrom,
    stoppedAt: (pass.status.read && pass.status.value.stopLoggingTime) || null,
    newId: incidentIdOf(trail.name, pass.darkFrom ?? at),
  });
  if (!advanced || (!advanced.notice && isSame(advanced.incident, entry.state))) return leftOver;
  const { incident, notice } = advanced;
  const { id: incidentId, times, principals, darkFrom } = incident;
  const told = { incidentId, times, principals };
  const dark = { ...only(pass, darkening), darkFrom };
  const report = notice && reportTrail(dark, { ...told, notice }, securityFindings, guard);
  return [...leftOver, await tell(ports, settings, entry, incident, report)];
}

const isSame = (now: Incident, before: Incident | undefined) =>
  JSON.stringify(now) === JSON.stringify(before);

/** Tells the calls that darken nothing, each once. They are no part of an incident: nothing here puts them back. */
async function tellCalls(
  pass: TrailPass,
  securityFindings: readonly SecurityFinding[],
  guard: Guard,
): Promise<readonly Telling[]> {
  const isOfIncident = (judged: JudgedCall) => pass.standing.guarded && isDarkening(judged);
  const others = pass.calls.filter(
    (judged) => !judged.isGuardsOwn && !isAttempt(judged) && !isOfIncident(judged),
  );
  const tellings: Telling[] = [];
  const fresh: JudgedCall[] = [];
  for (const judged of others) {
    const { entry, leftOver } = await readEntry(guard.ports, 'call', judged.call.eventId, isTrue);
    tellings.push(...leftOver);
    if (!entry.state) fresh.push(judged);
  }
  for (const alike of Map.groupBy(fresh, kindOf).values()) {
    tellings.push(...(await tellAlike(pass, alike, securityFindings, guard)));
  }
  return tellings;
}

/** Calls that one message may hold: one principal's, of one kind, on one trail. */
const kindOf = ({ call }: JudgedCall) =>
  JSON.stringify([principalOf(call.actor), call.eventName, call.trailAsRecorded]);

async function tellAlike(
  pass: TrailPass,
  calls: readonly JudgedCall[],
  securityFindings: readonly SecurityFinding[],
  guard: Guard,
): Promise<readonly Telling[]> {
  const [first, ...rest] = calls;
  if (!first) return [];
  // The others first: one that another run tells is not told here.
  const ours = [first];
  for (const judged of rest) if ((await tellCall(judged, null, guard)).end !== 'elsewhere') ours.push(judged);
  const { trail, darkFrom } = pass;
  const quiet = { ...only(pass, ours), steps: [], darkFrom: pass.isGone ? darkFrom : null };
  const kind = first.judgement.techniqueId?.split('.').pop() ?? 'information';
  const told = {
    incidentId: incidentIdOf(`${trail?.name ?? 'unknown-trail'}-${kind}`, first.call.at),
    notice: 'first',
    times: ours.length,
    principals: principalsOf(ours),
  } as const;
  return [await tellCall(first, reportTrail(quiet, told, securityFindings, guard), guard)];
}

/** A pass as far as it concerns some calls and the guard's own. */
function only(pass: TrailPass, ours: readonly JudgedCall[]): TrailPass {
  const calls = pass.calls.filter((judged) => judged.isGuardsOwn || ours.includes(judged));
  const isOurs = (eventId: string | null) => ours.some(({ call }) => call.eventId === eventId);
  const findings = pass.findings.filter(
    ({ drift, eventId }) => isOurs(eventId) || (drift !== null && !eventId),
  );
  return { ...pass, calls, findings };
}

const principalsOf = (calls: readonly JudgedCall[]): readonly string[] => [
  ...new Set(calls.map(({ call }) => principalOf(call.actor))),
];

const isTrue = (value: unknown): value is true => value === true;

const tellCall = ({ call }: JudgedCall, report: TrailReport | null, { ports, settings }: Guard) =>
  tell(ports, settings, newEntry('call', call.eventId), true, report);
