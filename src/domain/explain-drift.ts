import { detect, isCallOf, isOfRefusal, judgeByFindings } from './detect.ts';
import { type Drift, isWeaker } from './drift.ts';
import type { HistoryQuery } from './event-history.ts';
import type { Finding } from './finding.ts';
import type { Guard } from './guard.ts';
import { judgeCalls } from './judge-calls.ts';
import { isChange, type JudgedCall } from './judgement.ts';
import type { Knowledge } from './knowledge.ts';
import { findPastStop, withPastStop } from './past-stop.ts';
import { aboutOf } from './relevance.ts';
import { findRemade, GONE_AT_MOST_MS, withDeletion } from './remade-trail.ts';
import { readPart } from './snapshot.ts';
import type { TrailPass } from './trail-pass.ts';
import type { Windows } from './window/windows.ts';

/** A call shows up in event history minutes after it was made, and a drift may be seen a sweep late. */
const LOOK_BACK_MS = 45 * 60_000;
/** LookupEvents takes two requests a second. */
const QUERIES_PER_TRAIL = 6;
const RECORDS_PER_QUERY = 50;
/** Calls to these are recorded in this Region alone, wherever they were made. */
const GLOBAL_SERVICES = /^(iam|organizations|account)\./;

/**
 * Who did it, when no event told: a sweep that finds a drift asks CloudTrail's event history, which needs no trail. What it does not show
 * yet is asked for again at the next sweep.
 */
export async function explainDrift(
  pass: TrailPass,
  knowledge: Knowledge & { readonly windows: () => Promise<Windows> },
  guard: Guard,
): Promise<TrailPass> {
  const explained = await explainFindings(pass, knowledge, guard);
  const stop = await findPastStop(explained, knowledge, guard);
  if (stop !== null) {
    const since = { since: stop - 1_000, until: pass.at };
    const calls = await ask(queryFor('StopLogging', explained, since), explained, knowledge, guard);
    return withPastStop(explained, stop, calls, guard);
  }
  const start = findRemade(explained, knowledge);
  if (start === null) return explained;
  const before = { since: Math.max(start - GONE_AT_MOST_MS, approvedAt(pass)), until: start };
  const deletions = await askForAll(queryFor('DeleteTrail', explained, before), explained, knowledge, guard);
  return withDeletion(explained, start, deletions, knowledge, guard);
}

const approvedAt = ({ standing }: TrailPass): number => Date.parse(standing.baseline?.approval.at ?? '') || 0;

const queryFor = (
  eventName: string,
  { trail }: TrailPass,
  interval: Pick<HistoryQuery, 'since' | 'until'>,
): HistoryQuery => ({
  region: trail?.homeRegion ?? '',
  ...interval,
  attribute: { key: 'EventName', value: eventName },
  atMost: RECORDS_PER_QUERY,
});

async function explainFindings(pass: TrailPass, knowledge: Knowledge, guard: Guard): Promise<TrailPass> {
  const { trail } = pass;
  if (!trail || !pass.standing.guarded) return pass;
  const unexplained = pass.findings.filter(({ drift, eventId }) => drift && !eventId);
  const earlier = unexplained.length === 0 ? knowledge.unexplainedOf(trail.arn) : [];
  const techniques = [...unexplained.map(({ techniqueId }) => techniqueId), ...earlier];
  if (techniques.length === 0) return pass;
  // What was good at a time was not impaired before it, unless that is what an earlier run put back and did not tell.
  const goodAt = unexplained.length > 0 && pass.untold.length === 0 ? knowledge.repairedAt(trail.arn) : null;
  const since = Math.max(pass.at - LOOK_BACK_MS, approvedAt(pass), goodAt ?? 0);
  const queries = queriesFor(techniques, trail.homeRegion, { since, until: pass.at }, guard);
  const found: JudgedCall[] = [];
  for (const query of queries) {
    const answer = await ask(query, pass, knowledge, guard);
    found.push(...answer.map((judged) => asTechnique(judged, { techniques, drifts: pass.drifts }, guard)));
  }
  return found.length === 0 ? pass : withCalls(pass, found, guard);
}

function queriesFor(
  techniqueIds: readonly string[],
  homeRegion: string,
  interval: Pick<HistoryQuery, 'since' | 'until'>,
  { techniques, settings }: Guard,
): readonly HistoryQuery[] {
  const ofFindings = techniques.filter(({ id }) => techniqueIds.includes(id));
  // Several techniques are done with one call, which is asked for once.
  const regions = new Map(
    ofFindings.flatMap(({ calls }) =>
      calls.flatMap(({ eventSource, eventNames }) =>
        eventNames.map(
          (name) =>
            [
              name,
              GLOBAL_SERVICES.test(eventSource) ? globalRegion(settings.partition) : homeRegion,
            ] as const,
        ),
      ),
    ),
  );
  return [...regions].slice(0, QUERIES_PER_TRAIL).map(([value, region]) => ({
    region,
    ...interval,
    attribute: { key: 'EventName', value } as const,
    atMost: RECORDS_PER_QUERY,
  }));
}

const GLOBAL_REGIONS: Readonly<Record<string, string>> = {
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
};

export const globalRegion = (partition: string): string => GLOBAL_REGIONS[partition] ?? 'us-east-1';

/** Of these, what is known neither by an event nor from before. What event history does not answer stays unknown. */
async function ask(
  query: HistoryQuery,
  pass: TrailPass,
  knowledge: Knowledge,
  guard: Guard,
): Promise<readonly JudgedCall[]> {
  const all = await askForAll(query, pass, knowledge, guard);
  const isKnown = ({ call: { eventId } }: JudgedCall) =>
    knowledge.isCounted(pass.trail?.arn ?? '', eventId) ||
    pass.calls.some(({ call }) => call.eventId === eventId);
  return (all ?? []).filter((found) => !isKnown(found));
}

/** Calls that succeeded, about this trail, and not by the guard; null when event history does not answer. */
async function askForAll(
  query: HistoryQuery,
  { trail }: TrailPass,
  { baselines }: Knowledge,
  guard: Guard,
): Promise<readonly JudgedCall[] | null> {
  const page = await readPart(() => guard.ports.history.lookUp(query));
  if (!page.read || !trail) return null;
  const read = page.value.records.flatMap((record) => guard.readRecord(record) ?? []);
  const judged = judgeCalls(read, [trail], baselines, guard);
  return judged.filter((found) => {
    const about = aboutOf(found, [trail], baselines, guard.settings);
    const isOurs = about.kind === 'trail' || (about.kind === 'dependency' && about.arns.includes(trail.arn));
    return isOurs && isChange(found) && found.call.at > query.since;
  });
}

/** What the state shows, or showed before: techniques, and the differences that are still there. */
interface LookedFor {
  readonly techniques: readonly string[];
  readonly drifts: readonly Drift[];
}

/**
 * A call that alone shows nothing is the one that was looked for, when the state showed the damage before; where records tell what made a
 * difference, only when this one did.
 */
function asTechnique(judged: JudgedCall, lookedFor: LookedFor, { techniques }: Guard): JudgedCall {
  if (judged.judgement.techniqueId !== null) return judged;
  const technique = techniques.find(
    ({ id, ...one }) => lookedFor.techniques.includes(id) && isCallOf(one, judged.call),
  );
  const { isCauseOf } = technique ?? {};
  if (!technique || (isCauseOf && !lookedFor.drifts.some((drift) => isCauseOf(judged.call, drift))))
    return judged;
  const { id: techniqueId, severity, done, restore, subject } = technique;
  return { ...judged, judgement: { techniqueId, severity, done, restore, subject, evidence: null } };
}

/** The pass as it would have been, had the events come: the latest call of each finding is its cause. */
function withCalls(pass: TrailPass, found: readonly JudgedCall[], { techniques }: Guard): TrailPass {
  const inOrder = found.toSorted((one, other) => one.call.at - other.call.at);
  const changes = [...inOrder, ...pass.calls.filter(isChange)];
  const findings = detect(pass.drifts, changes, techniques);
  const causes = inOrder.filter((judged) => isCause(judged, findings));
  if (causes.length === 0) return pass;
  const calls = judgeByFindings([...causes, ...pass.calls], findings, techniques);
  const isOfPass = ({ drift, eventId }: Finding) =>
    drift !== null || calls.some(({ call }) => call.eventId === eventId);
  const since = Math.min(...causes.map(({ call }) => call.at));
  return {
    ...pass,
    calls,
    findings: [...findings.filter(isOfPass), ...pass.findings.filter(isOfRefusal)],
    darkFrom: pass.isDark || !isWeaker(pass.drifts) ? pass.darkFrom : Math.min(pass.darkFrom ?? since, since),
  };
}

const isCause = ({ call }: JudgedCall, findings: readonly Finding[]) =>
  findings.some(({ eventId }) => eventId === call.eventId);
