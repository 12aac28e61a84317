import type { Guard } from './guard.ts';
import { advance, type Incident } from './incident.ts';
import { isAttempt, isTampering, type JudgedCall } from './judgement.ts';
import type { TrailPass } from './look.ts';
import type { SecurityFinding } from './signal.ts';
import { sendLeftOver, type Telling, type Told, tell } from './telling.ts';
import { incidentIdOf, reportTrail } from './trail-report.ts';

/** Tells what a pass saw of a trail: its incident if it darkened, and the calls that are not part of one. */
export async function tellTrail(
  pass: TrailPass,
  securityFindings: readonly SecurityFinding[],
  guard: Guard,
): Promise<readonly Telling[]> {
  const incident = await tellIncident(pass, securityFindings, guard);
  const isTold = incident?.report?.kind === 'trail';
  const calls = await tellCalls(pass, isTold, securityFindings, guard);
  return [...(incident ? [incident] : []), ...calls];
}

/** Calls that darken a trail: they make an incident. */
const isDarkening = (judged: JudgedCall) => isTampering(judged) && judged.judgement.restore !== null;

async function tellIncident(
  pass: TrailPass,
  securityFindings: readonly SecurityFinding[],
  guard: Guard,
): Promise<Telling | undefined> {
  const { ledger, clock } = guard.ports;
  const { trail } = pass;
  if (!trail || !pass.standing.guarded || !pass.status.read) return;
  const loaded = await ledger.load<Told<Incident>>('incident', trail.arn);
  const entry = loaded && (await sendLeftOver(guard.ports, 'incident', trail.arn, loaded));
  const darkening = pass.calls.filter(isDarkening);
  const at = clock.now();
  const advanced = advance(entry?.value.state, {
    at,
    wasImpaired: pass.findings.some(({ drift }) => drift !== null),
    isLit: pass.isLit,
    eventIds: darkening.map(({ call }) => call.eventId),
    newId: incidentIdOf(trail.name, pass.darkFrom ?? at),
  });
  if (!advanced || (!advanced.notice && isSame(advanced.incident, entry?.value.state))) return;
  const { incident, notice } = advanced;
  const report =
    notice &&
    reportTrail(pass, { incidentId: incident.id, notice, times: incident.times }, securityFindings, guard);
  const version = entry?.version ?? 0;
  return tell(guard.ports, guard.settings, { kind: 'incident', id: trail.arn, version }, incident, report);
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

const isKnown = async ({ call }: JudgedCall, { ports }: Guard) => {
  const entry = await ports.ledger.load<Told<true>>('call', call.eventId);
  return entry !== undefined && (await sendLeftOver(ports, 'call', call.eventId, entry)) !== undefined;
};

const tellCall = ({ call }: JudgedCall, report: Parameters<typeof tell>[4], { ports, settings }: Guard) =>
  tell(ports, settings, { kind: 'call', id: call.eventId, version: 0 }, true, report);
