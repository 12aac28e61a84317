import { principalOf } from '../actor.ts';
import type { Guard } from '../guard.ts';
import type { JudgedCall } from '../judgement.ts';
import type { SecurityFinding } from '../signal.ts';
import type { TrailPass } from '../trail-pass.ts';
import { addAlike, isAlikeCalls, tellWhenDue } from './alike-calls.ts';
import { isMailed } from './mailing.ts';
import type { TrailReport } from './report.ts';
import { tellEarlier } from './tell-earlier.ts';
import { readEntry, type Telling, tell, untilOurs } from './telling.ts';
import { incidentIdOf, reportTrail } from './trail-report.ts';

/**
 * Tells calls that darken nothing, each once: the first of its kind at once, many alike as one message in a while. They are no part of an
 * incident: nothing here puts them back.
 */
export async function tellCalls(
  pass: TrailPass,
  calls: readonly JudgedCall[],
  securityFindings: readonly SecurityFinding[],
  guard: Guard,
): Promise<readonly Telling[]> {
  const { ledger } = guard.ports;
  const known = await Promise.all(calls.map(({ call }) => ledger.load('call', call.eventId)));
  const fresh = calls.filter((_, index) => !known[index]);
  const tellings: Telling[] = [];
  for (const [kind, alike] of Map.groupBy(fresh, (judged) => kindOf(judged, pass))) {
    const tryOnce = () => tellAlike(kind, alike, { pass, securityFindings, guard });
    tellings.push(...(await untilOurs(guard.ports, tryOnce)));
  }
  await Promise.all(fresh.map(({ call }) => ledger.save('call', call.eventId, true, 0)));
  return tellings;
}

/** Tells what waited since earlier passes, and what they could not send. */
export async function tellEarlierCalls({ ports, settings }: Guard): Promise<readonly Telling[]> {
  const tellOne = async (kind: string): Promise<readonly Telling[]> => {
    const now = ports.clock.now();
    const { entry, leftOver } = await readEntry(ports, 'calls', kind, isAlikeCalls(now));
    const { state, due } = entry.state ? tellWhenDue(entry.state, now) : NOTHING;
    return state && due ? [...leftOver, await tell(ports, settings, entry, state, due)] : leftOver;
  };
  const begun = ports.clock.now();
  const isDue = (state: unknown): boolean =>
    isAlikeCalls(begun)(state) && tellWhenDue(state, begun).due !== null;
  return tellEarlier('calls', isDue, (kind) => untilOurs(ports, () => tellOne(kind)), ports);
}

const NOTHING = { state: null, due: null } as const;

interface About {
  readonly pass: TrailPass;
  readonly securityFindings: readonly SecurityFinding[];
  readonly guard: Guard;
}

async function tellAlike(
  kind: string,
  alike: readonly JudgedCall[],
  about: About,
): Promise<readonly Telling[]> {
  const { ports, settings } = about.guard;
  const now = ports.clock.now();
  const { entry, leftOver } = await readEntry(ports, 'calls', kind, isAlikeCalls(now));
  const news = alike.filter(({ call }) => !entry.state?.eventIds.includes(call.eventId));
  if (news.length === 0) return leftOver;
  const report = reportAlike(news, about);
  // What nobody is to hear of keeps nothing else waiting.
  if (!isMailed(report, settings)) return [...leftOver, { end: 'not-mailed', report }];
  const ids = news.map(({ call }) => call.eventId);
  const { state, due } = addAlike(entry.state, report, ids, now);
  const telling = await tell(ports, settings, entry, state, due);
  // What cannot even wait, since others keep writing the entry, is told at once.
  return [...leftOver, telling.end === 'elsewhere' ? { ...telling, report } : telling];
}

/**
 * Calls that one message may hold: one principal's, of one technique, on one trail. Of the guard's own parts each is told. It is a key of
 * the ledger.
 */
const kindOf = ({ call, judgement }: JudgedCall, { about, trail }: TrailPass): string =>
  JSON.stringify([
    judgement.techniqueId ?? call.eventName,
    judgement.severity,
    trail?.arn ?? call.trailAsRecorded,
    principalOf(call.actor),
    ...(about === 'guard' ? call.targets : []),
  ])
    .replace(/[^ -~]/g, '?')
    .slice(0, KEY_BYTES);

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys */
const KEY_BYTES = 1024;

function reportAlike(ours: readonly JudgedCall[], { pass, securityFindings, guard }: About): TrailReport {
  const { trail, darkFrom } = pass;
  // What else the pass saw of the trail is told by its incident and its notices.
  const alone = onlyCalls(pass, ours);
  const quiet = {
    ...alone,
    findings: alone.findings.filter(({ eventId }) => eventId !== null),
    ...{ drifts: [], left: [], unread: [], notTaken: [], steps: [], heldBack: null },
    darkFrom: pass.isGone ? darkFrom : null,
  };
  const [first] = ours;
  const kind = first?.judgement.techniqueId?.split('.').pop() ?? 'information';
  const told = {
    incidentId: incidentIdOf(`${trail?.name ?? NAMELESS[pass.about]}-${kind}`, first?.call.at ?? pass.at),
    notice: 'first',
    times: ours.length,
    principals: principalsOf(ours),
  } as const;
  return reportTrail(quiet, told, securityFindings, guard);
}

const NAMELESS = { trail: 'unknown-trail', guard: 'guard', account: 'account' } as const;

/** A pass as far as it concerns some calls and the guard's own. */
export function onlyCalls(pass: TrailPass, ours: readonly JudgedCall[]): TrailPass {
  const calls = pass.calls.filter((judged) => judged.isGuardsOwn || ours.includes(judged));
  const isOurs = (eventId: string | null) => ours.some(({ call }) => call.eventId === eventId);
  const findings = pass.findings.filter(({ eventId }) => !eventId || isOurs(eventId));
  return { ...pass, calls, findings };
}

export const principalsOf = (calls: readonly JudgedCall[]): readonly string[] => [
  ...new Set(calls.map(({ call }) => principalOf(call.actor))),
];
