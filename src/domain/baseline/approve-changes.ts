import { overlayRequest } from '../canonical/overlay-request.ts';
import { compareDeclared } from '../compare/compare.ts';
import type { Guard } from '../guard.ts';
import type { JudgedCall } from '../judgement.ts';
import { type About, aboutOf } from '../relevance.ts';
import type { ApiCall } from '../signal.ts';
import { readPart } from '../snapshot.ts';
import { trailOf } from '../standing.ts';
import type { Trail } from '../trail.ts';
import { readAsBaseline } from './adopt.ts';
import { isApprovedPrincipal } from './approved-principal.ts';
import type { Baseline } from './baseline.ts';
import { floorMistakes } from './baseline-floor.ts';
import { canonicalJson } from './baseline-json.ts';
import { changesConfiguration, moveParts, rivalsOf } from './changed-parts.ts';

/** A change by an approved principal that moved a baseline. */
export interface ApprovedChange {
  readonly call: ApiCall;
  readonly before: Baseline;
  readonly baseline: Baseline;
}

export interface Approvals {
  /** Every baseline, those that moved as they are now. */
  readonly baselines: readonly Baseline[];
  readonly approved: readonly ApprovedChange[];
  /** ARNs of trails of which a change waits for event history to confirm it. */
  readonly waiting: readonly string[];
}

/** A change that waits, as the ledger keeps it. */
interface WaitingChange {
  readonly call: ApiCall;
  readonly trailArn: string;
  /** `expired`: event history never showed it. */
  readonly state: 'waiting' | 'settled' | 'expired';
  /** Since when it waits, in milliseconds since the epoch: the guard's own time, not the event's. */
  readonly heldSince: number;
}

/** So long event history may take to show an event; then the change is nobody's. */
const WAIT_AT_MOST_MS = 20 * 60_000;
/**
 * What others did at the same time may show up later than this change. Of what a record does not say in full, that is waited for.
 */
const HISTORY_IS_WHOLE_AFTER_MS = 15 * 60_000;
/** A trail of which a change expired lately holds nothing for another one: forged events must not follow each other for ever. */
const NO_HOLDING_AFTER_EXPIRY_MS = 6 * 3_600_000;
/** LookupEvents takes two requests a second, and a restart may come after these. */
const CHANGES_AT_ONCE = 5;
/** Others who wrote the same trail meanwhile are looked for among so many events. */
const EVENTS_READ = 50;

/**
 * Moves baselines by what approved principals changed. A delivered event approves nothing: CloudTrail's event history has to show it too,
 * newer than the baseline, and unused; and nobody else may have written that trail since.
 */
export async function approveChanges(
  sorted: readonly { readonly judged: JudgedCall; readonly about: About }[],
  trails: readonly Trail[],
  baselines: readonly Baseline[],
  guard: Guard,
): Promise<Approvals> {
  if (guard.settings.approvedPrincipals.length === 0) return { baselines, approved: [], waiting: [] };
  const fresh = sorted.flatMap(({ judged, about }) =>
    arnsOf(about).flatMap((trailArn) => (isCandidate(judged, guard) ? { call: judged.call, trailArn } : [])),
  );
  const kept = await guard.ports.ledger.list<unknown>('change');
  const known = kept.flatMap(({ value }) => (isChangeKept(value) ? value : []));
  const waiting = known.filter(({ state }) => state === 'waiting');
  const changes = new Map([...waiting, ...fresh].map((change) => [keyOf(change), change]));
  const approved: ApprovedChange[] = [];
  const unsettled: string[] = [];
  // One after the other, in their order: the second starts from what the first made.
  const inOrder = [...changes.values()].toSorted((one, other) => one.call.at - other.call.at);
  for (const change of inOrder.slice(0, CHANGES_AT_ONCE)) {
    const result = await settle(change, trails, withChanges(baselines, approved), guard);
    if (result === 'waiting' && mayHold(change.trailArn, known, guard)) unsettled.push(change.trailArn);
    else if (typeof result === 'object') approved.push(result);
  }
  return { baselines: withChanges(baselines, approved), approved, waiting: unsettled };
}

const keyOf = ({ call, trailArn }: Pick<WaitingChange, 'call' | 'trailArn'>) => `${call.eventId} ${trailArn}`;

const mayHold = (arn: string, known: readonly WaitingChange[], { ports }: Guard): boolean =>
  !known.some(
    ({ trailArn, state, heldSince }) =>
      trailArn === arn && state === 'expired' && ports.clock.now() - heldSince < NO_HOLDING_AFTER_EXPIRY_MS,
  );

const withChanges = (
  baselines: readonly Baseline[],
  approved: readonly ApprovedChange[],
): readonly Baseline[] =>
  baselines.map(
    (baseline) =>
      approved.findLast(({ before }) => before.trail.arn === baseline.trail.arn)?.baseline ?? baseline,
  );

/** Whoever may write the table may have written anything. */
function isChangeKept(value: unknown): value is WaitingChange {
  const { call, trailArn, state, heldSince } = (value ?? {}) as Partial<WaitingChange>;
  const { eventId, region, at, targets, actor } = (call ?? {}) as Partial<ApiCall>;
  return (
    [trailArn, eventId, region].every((text) => typeof text === 'string') &&
    ['waiting', 'settled', 'expired'].includes(String(state)) &&
    [heldSince, at].every((time) => Number.isFinite(time)) &&
    Array.isArray(targets) &&
    typeof actor === 'object' &&
    actor !== null
  );
}

const arnsOf = (about: About): readonly string[] => {
  if (about.kind === 'trail') return [about.trail.arn];
  return about.kind === 'dependency' ? about.arns : [];
};

/** Never by a session's name or a user agent: those are the caller's own choice. */
function isCandidate({ call, isGuardsOwn }: JudgedCall, { settings }: Guard): boolean {
  const isChange = call.eventName === 'DeleteTrail' || changesConfiguration(call);
  return isChange && !isGuardsOwn && call.error === null && isApproved(call, settings);
}

const isApproved = (
  { actor, record }: ApiCall,
  { approvedPrincipals: approved }: Guard['settings'],
): boolean => {
  const { principalId } = (record.userIdentity ?? {}) as { readonly principalId?: unknown };
  const names = [actor.roleArn ?? actor.arn, typeof principalId === 'string' ? principalId : null];
  return names.some((name) => name !== null && isApprovedPrincipal(name, approved));
};

async function settle(
  { call, trailArn }: Pick<WaitingChange, 'call' | 'trailArn'>,
  trails: readonly Trail[],
  baselines: readonly Baseline[],
  guard: Guard,
): Promise<ApprovedChange | 'waiting' | 'refused'> {
  const { ledger, clock } = guard.ports;
  const id = keyOf({ call, trailArn });
  const entry = await ledger.load<unknown>('change', id);
  const kept = isChangeKept(entry?.value) ? entry.value : null;
  if (kept && kept.state !== 'waiting') return 'refused';
  const heldSince = Math.min(kept?.heldSince ?? clock.now(), clock.now());
  const keep = (state: WaitingChange['state']) =>
    ledger.save<WaitingChange>(
      'change',
      id,
      { call: { ...call, record: {} }, trailArn, state, heldSince },
      entry?.version ?? 0,
    );
  const before = baselines.find(({ trail, state }) => trail.arn === trailArn && state === 'guarded');
  if (!before) return 'refused';
  const confirmed = await confirm(call, before, trails, guard);
  if (confirmed === 'unseen') {
    const isOver = clock.now() - heldSince > WAIT_AT_MOST_MS + guard.settings.sweepMinutes * 60_000;
    await keep(isOver ? 'expired' : 'waiting');
    return isOver ? 'refused' : 'waiting';
  }
  if (!(await keep('settled')) || confirmed === 'refused') return 'refused';
  const baseline = await moveBaseline(before, confirmed, trails, guard);
  return baseline ? store(confirmed, before, baseline, guard) : 'refused';
}

/** The call as event history has it: who wrote into the queue, or delivered an event twice, has no say. */
async function confirm(
  call: ApiCall,
  before: Baseline,
  trails: readonly Trail[],
  guard: Guard,
): Promise<ApiCall | 'unseen' | 'refused'> {
  const { history, clock } = guard.ports;
  const found = await readPart(() => history.findEvent(call.eventId, call.region));
  if (!found.read || !found.value) return 'unseen';
  const seen = guard.readRecord(found.value);
  const isSame =
    seen !== null &&
    seen.eventName === call.eventName &&
    seen.error === null &&
    seen.accountId === guard.settings.accountId &&
    isApproved(seen, guard.settings) &&
    isOf(seen, before, guard);
  if (!isSame || seen.at <= Date.parse(before.approval.at)) return 'refused';
  const isStillThere = trails.some(({ arn }) => arn === before.trail.arn);
  if (seen.eventName === 'DeleteTrail') return isStillThere ? 'unseen' : seen;
  const isWhole = clock.now() - seen.at >= HISTORY_IS_WHOLE_AFTER_MS;
  // What CloudTrail's own records set can be compared with what is there; of others it is waited for who else wrote.
  if (seen.eventSource !== 'cloudtrail.amazonaws.com' && !isWhole) return 'unseen';
  return (await isContested(seen, before, guard)) ?? seen;
}

/** Whether the record names this trail, or something that it depends on: not another one, of the same call by the same person. */
function isOf(seen: ApiCall, before: Baseline, guard: Guard): boolean {
  const judged = { call: seen, judgement: guard.judge(seen) };
  const about = aboutOf(judged, [trailOf(before)], [before], guard.settings);
  return arnsOf(about).includes(before.trail.arn);
}

/** Whether somebody else wrote the same since. Null: nobody did. */
async function isContested(
  seen: ApiCall,
  before: Baseline,
  guard: Guard,
): Promise<'unseen' | 'refused' | null> {
  const { history, clock } = guard.ports;
  for (const eventName of rivalsOf(seen)) {
    const others = await readPart(() =>
      history.lookUp({
        region: seen.region,
        since: seen.at,
        until: clock.now(),
        attribute: { key: 'EventName', value: eventName },
        atMost: EVENTS_READ,
      }),
    );
    if (!others.read || others.value.isCut) return 'unseen';
    const calls = others.value.records.flatMap((record) => guard.readRecord(record) ?? []);
    const isRival = (other: ApiCall) =>
      other.error === null &&
      other.actor.roleArn !== guard.settings.roleArn &&
      !isApproved(other, guard.settings) &&
      isOf(other, before, guard);
    if (calls.some(isRival)) return 'refused';
  }
  return null;
}

async function moveBaseline(
  before: Baseline,
  call: ApiCall,
  trails: readonly Trail[],
  guard: Guard,
): Promise<Baseline | null> {
  const { actor, at } = call;
  const approval = {
    how: 'principal',
    at: new Date(at).toISOString(),
    by: actor.roleArn ?? actor.arn ?? '',
    reason: `${call.eventName}, event ${call.eventId}`,
  } as const;
  const version = before.version + 1;
  if (call.eventName === 'DeleteTrail') return { ...before, version, approval, state: 'retired' };
  const trail = trails.find(({ arn }) => arn === before.trail.arn);
  const now = trail && (await readPart(() => readAsBaseline(trail, approval, version, guard)));
  if (!now?.read) return null;
  const { bucketOwner } = now.value.baseline;
  if (!isAsRecorded(before, now.value.baseline, call)) return null;
  const parts = moveParts(before.parts, now.value.baseline.parts, call);
  const moved: Baseline = {
    ...now.value.baseline,
    mode: before.mode,
    organizationId: before.organizationId,
    bucketOwner:
      parts.trail.S3BucketName === before.parts.trail.S3BucketName ? before.bucketOwner : bucketOwner,
    parts,
  };
  return floorMistakes(moved).length > 0 ? null : moved;
}

/** What a call on the trail itself set, as its record says, is what is there: somebody may have written it again meanwhile. */
function isAsRecorded(before: Baseline, now: Baseline, call: ApiCall): boolean {
  const made = overlayRequest(before.parts, call);
  if (!made) return call.eventSource !== 'cloudtrail.amazonaws.com';
  const moved = moveParts(before.parts, now.parts, call);
  return compareDeclared(moved, { ...before, parts: { ...before.parts, ...made } }).every(
    ({ path }) => !isSetBy(call, path),
  );
}

/** Of UpdateTrail all fields lie in one part; other calls set a part of their own. */
const isSetBy = ({ eventName }: ApiCall, path: string): boolean =>
  eventName === 'UpdateTrail' ? path.startsWith('trail.') : !path.startsWith('trail.');

/** What cannot be stored is not approved: at the next look it would be gone. */
async function store(
  call: ApiCall,
  before: Baseline,
  baseline: Baseline,
  { ports }: Guard,
): Promise<ApprovedChange | 'refused'> {
  if (baseline.state === before.state && canonicalJson(baseline.parts) === canonicalJson(before.parts))
    return 'refused';
  const written = await readPart(() => ports.baselines.write(baseline));
  if (!written.read || written.value.result !== 'written') return 'refused';
  const copy = await ports.ledger.load('baseline', baseline.trail.arn);
  await ports.ledger.save('baseline', baseline.trail.arn, baseline, copy?.version ?? 0);
  return { call, before, baseline };
}
