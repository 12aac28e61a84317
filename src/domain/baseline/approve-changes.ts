import type { Guard } from '../guard.ts';
import type { JudgedCall } from '../judgement.ts';
import { type About, arnsOf } from '../relevance.ts';
import type { ApiCall } from '../signal.ts';
import { readPart } from '../snapshot.ts';
import type { Trail } from '../trail.ts';
import { isMadeByApproved } from './approved-principal.ts';
import type { Baseline } from './baseline.ts';
import { canonicalJson } from './baseline-json.ts';
import { changesConfiguration, rivalsOf } from './changed-parts.ts';
import { confirmChange } from './confirm-change.ts';
import { findSet } from './find-set.ts';
import { moveBaseline } from './move-baseline.ts';
import {
  type Change,
  isChangeKept,
  keyOf,
  listKeptChanges,
  mayHold,
  type WaitingChange,
} from './waiting-change.ts';

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
  /** Changes that wait for event history to confirm them: what they can have set is left as it is. */
  readonly waiting: readonly Change[];
}

/** So long event history may take to show an event; then the change is nobody's. */
const WAIT_AT_MOST_MS = 20 * 60_000;
/** LookupEvents takes two requests a second, and a restart may come after these. */
const CHANGES_AT_ONCE = 5;

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
  const known = await listKeptChanges(guard);
  const waiting = known.filter(({ state }) => state === 'waiting');
  const changes = new Map<string, Change>([...waiting, ...fresh].map((change) => [keyOf(change), change]));
  const approved: ApprovedChange[] = [];
  const unsettled: Change[] = [];
  // One after the other, in their order: the second starts from what the first made.
  const inOrder = [...changes.values()].toSorted((one, other) => one.call.at - other.call.at);
  for (const [index, change] of inOrder.entries()) {
    const isLate = index >= CHANGES_AT_ONCE;
    const isContradicted = sorted.some((other) => contradicts(other, change, guard));
    const how = { isLate, isContradicted };
    const result = await settle(change, trails, withChanges(baselines, approved), how, guard);
    if (result === 'waiting' && mayHold(change.trailArn, known, guard)) unsettled.push(change);
    else if (typeof result === 'object') approved.push(result);
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

/** Never by a session's name or a user agent: those are the caller's own choice. */
function isCandidate({ call, isGuardsOwn }: JudgedCall, { settings }: Guard): boolean {
  const isChange = call.eventName === 'DeleteTrail' || changesConfiguration(call);
  return isChange && !isGuardsOwn && call.error === null && isMadeByApproved(call, settings);
}

/**
 * Somebody else did the same since; of a deletion, at any time: a trail is deleted once, and what time an event says may be forged. What
 * UpdateTrail set is compared with its record, field by field.
 */
function contradicts(
  { judged: { call, isGuardsOwn }, about }: { readonly judged: JudgedCall; readonly about: About },
  change: Change,
  { settings }: Guard,
): boolean {
  const { eventName, at } = change.call;
  if (eventName === 'UpdateTrail') return false;
  return (
    (eventName === 'DeleteTrail' || call.at >= at) &&
    !isGuardsOwn &&
    call.error === null &&
    rivalsOf(change.call).includes(call.eventName) &&
    arnsOf(about).includes(change.trailArn) &&
    !isMadeByApproved(call, settings)
  );
}

async function settle(
  { call, trailArn }: Change,
  trails: readonly Trail[],
  baselines: readonly Baseline[],
  { isLate, isContradicted }: { readonly isLate: boolean; readonly isContradicted: boolean },
  guard: Guard,
): Promise<ApprovedChange | 'waiting' | 'refused'> {
  const { ledger, clock } = guard.ports;
  const id = keyOf({ call, trailArn });
  const entry = await ledger.load<unknown>('change', id);
  const kept = isChangeKept(entry?.value) ? entry.value : null;
  if (kept && kept.state !== 'waiting') return 'refused';
  const before = baselines.find(({ trail, state }) => trail.arn === trailArn && state === 'guarded');
  if (!before) return 'refused';
  const isFound = kept?.found || isLate || call.eventSource === 'cloudtrail.amazonaws.com';
  const found = isFound ? (kept?.found ?? null) : await findSet(call, before, guard);
  const heldSince = Math.min(kept?.heldSince ?? clock.now(), clock.now());
  const keep = (state: WaitingChange['state']) =>
    ledger.save<WaitingChange>(
      'change',
      id,
      { call: { ...call, record: {} }, trailArn, state, heldSince, found },
      entry?.version ?? 0,
    );
  if (isContradicted) {
    await keep('settled');
    return 'refused';
  }
  const confirmed = isLate ? 'unseen' : await confirmChange({ call, found }, before, trails, guard);
  if (confirmed === 'unseen') {
    const isOver = clock.now() - heldSince > WAIT_AT_MOST_MS + guard.settings.sweepMinutes * 60_000;
    await keep(isOver ? 'expired' : 'waiting');
    return isOver ? 'refused' : 'waiting';
  }
  if (!(await keep('settled')) || confirmed === 'refused') return 'refused';
  const baseline = await moveBaseline(before, { call: confirmed, found }, trails, guard);
  return baseline ? store(confirmed, before, baseline, guard) : 'refused';
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
