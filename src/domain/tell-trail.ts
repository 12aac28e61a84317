import type { Guard } from './guard.ts';
import { advance, type Incident } from './incident.ts';
import { isAttempt, isTampering, type JudgedCall } from './judgement.ts';
import type { TrailPass } from './look.ts';
import type { TrailReport } from './report.ts';
import type { SecurityFinding } from './signal.ts';
import { readEntry, type Telling, tell, untilOurs } from './telling.ts';
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
  const isTold = incident?.report?.kind === 'trail';
  const calls = await tellCalls(pass, isTold, occasion.securityFindings, guard);
  return [...(incident ? [incident] : []), ...calls];
}

/** Calls that darken a trail: they make an incident. */
const isDarkening = (judged: JudgedCall) => isTampering(judged) && judged.judgement.restore !== null;

async function tellIncident(pass: TrailPass, occasion: Occasion, guard: Guard): Promise<Telling | undefined> {
  const { trail } = pass;
  if (!trail || !pass.standing.guarded || !pass.status.read) return;
  return untilOurs(() => tryToTellIncident(pass, trail, occasion, guard));
}

async function tryToTellIncident(
  pass: TrailPass,
  trail: Trail,
  { securityFindings, isSweep }: Occasion,
  guard: Guard,
): Promise<Telling | undefined> {
  const { clock } = guard.ports;
  const entry = await readEntry<Incident>(guard.ports, 'incident', trail.arn);
  const at = clock.now();
  const advanced = advance(entry.state, {
    at,
    wasImpaired: pass.findings.some(({ drift }) => drift !== null),
    isLit: pass.isLit,
    isSweep,
    eventIds: pass.calls.filter(isDarkening).map(({ call }) => call.eventId),
    newId: incidentIdOf(trail.name, pass.darkFrom ?? at),
  });
  if (!advanced || (!advanced.notice && isSame(advanced.incident, entry.state))) return;
  const { incident, notice } = advanced;
  const told = { incidentId: incident.id, times: incident.times };
  const report = notice && reportTrail(pass, { ...told, notice }, securityFindings, guard);
  return tell(guard.ports, guard.settings, entry, incident, report);
}

const isSame = (now: Incident, before: Incident | undefined) =>
  JSON.stringify(now) === JSON.stringify(before);

/** Tells the calls that darken nothing, each once: the incident's own message, when there is one, holds them already. */
async function tellCalls(
  pass: TrailPass,
  isTold: boolean,
  securityFindings: readonly SecurityFinding[],
  guard: Guard,
): Promise<readonly Telling[]> {
  const isOfIncident = (judged: JudgedCall) => pass.standing.guarded && isDarkening(judged);
  const others = pass.calls.filter(
    (judged) => !judged.isGuardsOwn && !isAttempt(judged) && !isOfIncident(judged),
  );
  const fresh: JudgedCall[] = [];
  for (const judged of others) if (!(await isKnown(judged, guard))) fresh.push(judged);
  const [first, ...rest] = fresh;
  if (!first) return [];
  const told = {
    incidentId: incidentIdOf(pass.trail?.name ?? 'unknown-trail', first.call.at),
    notice: 'first',
    times: fresh.length,
  } as const;
  const calls = pass.calls.filter((judged) => judged.isGuardsOwn || fresh.includes(judged));
  const findings = pass.findings.filter(({ eventId }) => fresh.some(({ call }) => call.eventId === eventId));
  const quiet = { ...pass, calls, findings, steps: [], darkFrom: null };
  const report = isTold ? null : reportTrail(quiet, told, securityFindings, guard);
  const tellings = [await tellCall(first, report, guard)];
  for (const judged of rest) tellings.push(await tellCall(judged, null, guard));
  return tellings;
}

const isKnown = async ({ call }: JudgedCall, { ports }: Guard) =>
  (await readEntry<true>(ports, 'call', call.eventId)).state !== undefined;

const tellCall = ({ call }: JudgedCall, report: TrailReport | null, { ports, settings }: Guard) =>
  tell(ports, settings, { kind: 'call', id: call.eventId, version: 0, outbox: null }, true, report);
