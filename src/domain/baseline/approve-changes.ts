import type { Guard } from '../guard.ts';
import type { JudgedCall } from '../judgement.ts';
import type { About } from '../relevance.ts';
import type { ApiCall } from '../signal.ts';
import { readPart } from '../snapshot.ts';
import type { Trail } from '../trail.ts';
import { readAsBaseline } from './adopt.ts';
import { isApprovedPrincipal } from './approved-principal.ts';
import type { Baseline } from './baseline.ts';
import { floorMistakes } from './baseline-floor.ts';
import { canonicalJson } from './baseline-json.ts';
import { changesConfiguration, moveParts } from './changed-parts.ts';
import { isControlTowerRole, isControlTowers } from './control-tower.ts';

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
  readonly state: 'waiting' | 'settled';
}

/** So long event history may take to show an event; then the change is nobody's. */
const WAIT_AT_MOST_MS = 20 * 60_000;
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
  const isAnyonesApproved = guard.settings.approvedPrincipals.length > 0 || baselines.some(isControlTowers);
  if (!isAnyonesApproved) return { baselines, approved: [], waiting: [] };
  const fresh = sorted.flatMap(({ judged, about }) =>
    arnsOf(about).flatMap((trailArn) => {
      const before = baselines.find(({ trail }) => trail.arn === trailArn);
      return before && isCandidate(judged, before, guard) ? { call: judged.call, trailArn } : [];
    }),
  );
  const kept = await guard.ports.ledger.list<WaitingChange>('change');
  const waiting = kept.flatMap(({ value }) => (isWaiting(value) ? value : []));
  const changes = new Map(
    [...waiting, ...fresh].map((change) => [`${change.call.eventId} ${change.trailArn}`, change]),
  );
  const approved: ApprovedChange[] = [];
  const unsettled: string[] = [];
  // One after the other, in their order: the second starts from what the first made.
  for (const change of [...changes.values()].toSorted((one, other) => one.call.at - other.call.at)) {
    const result = await settle(change, trails, withChanges(baselines, approved), guard);
    if (result === 'waiting') unsettled.push(change.trailArn);
    else if (result !== 'refused') approved.push(result);
  }
  return { baselines: withChanges(baselines, approved), approved, waiting: unsettled };
}

const withChanges = (
  baselines: readonly Baseline[],
  approved: readonly ApprovedChange[],
): readonly Baseline[] =>
  baselines.map(
    (baseline) =>
      approved.findLast(({ before }) => before.trail.arn === baseline.trail.arn)?.baseline ?? baseline,
  );

const isWaiting = (value: WaitingChange): boolean =>
  value?.state === 'waiting' && Boolean(value.call?.eventId);

const arnsOf = (about: About): readonly string[] => {
  if (about.kind === 'trail') return [about.trail.arn];
  return about.kind === 'dependency' ? about.arns : [];
};

/** Never by a session's name or a user agent: those are the caller's own choice. */
function isCandidate({ call, isGuardsOwn }: JudgedCall, before: Baseline, { settings }: Guard): boolean {
  const isChange = call.eventName === 'DeleteTrail' || changesConfiguration(call);
  return isChange && !isGuardsOwn && call.error === null && isApproved(call, before, settings);
}

const isApproved = (
  { actor, record }: ApiCall,
  before: Baseline,
  { approvedPrincipals: approved, accountId }: Guard['settings'],
): boolean => {
  // Its own changes of what it keeps are no incident.
  if (isControlTowers(before) && isControlTowerRole(actor.roleArn, accountId)) return true;
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
  const id = `${call.eventId} ${trailArn}`;
  const entry = await ledger.load<WaitingChange>('change', id);
  if (entry?.value.state === 'settled') return 'refused';
  const keep = (state: WaitingChange['state']) =>
    ledger.save<WaitingChange>(
      'change',
      id,
      { call: { ...call, record: {} }, trailArn, state },
      entry?.version ?? 0,
    );
  const before = baselines.find(({ trail, state }) => trail.arn === trailArn && state === 'guarded');
  if (!before) return 'refused';
  const confirmed = await confirm(call, before, guard);
  if (confirmed === 'unseen') {
    const isOver = clock.now() - call.at > WAIT_AT_MOST_MS;
    await keep(isOver ? 'settled' : 'waiting');
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
    isApproved(seen, before, guard.settings);
  if (!isSame || seen.at <= Date.parse(before.approval.at)) return 'refused';
  const others = await readPart(() =>
    history.lookUp({
      region: call.region,
      since: seen.at,
      until: clock.now(),
      attribute: { key: 'ResourceName', value: before.trail.name },
      atMost: EVENTS_READ,
    }),
  );
  if (!others.read || others.value.isCut) return 'unseen';
  const isSomebodyElses = (record: Parameters<Guard['readRecord']>[0]) => {
    const other = guard.readRecord(record);
    if (!other || other.error || record.readOnly === true) return false;
    return other.actor.roleArn !== guard.settings.roleArn && !isApproved(other, before, guard.settings);
  };
  return others.value.records.some(isSomebodyElses) ? 'refused' : seen;
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
