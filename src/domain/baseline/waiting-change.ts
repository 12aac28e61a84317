import type { Guard } from '../guard.ts';
import type { ApiCall } from '../signal.ts';

/** A change by an approved principal, as the ledger keeps it until event history has confirmed it. */
export interface WaitingChange {
  readonly call: ApiCall;
  readonly trailArn: string;
  /** `expired`: event history never showed it. */
  readonly state: 'waiting' | 'settled' | 'expired';
  /** Since when it waits, in milliseconds since the epoch: the guard's own time, not the event's. */
  readonly heldSince: number;
  /** What it had set, as it was when the change came; null for CloudTrail's own calls, whose records say it, and while it is unread. */
  readonly found: Found | null;
}

/** Parts that were read, in canonical form, and when: the guard's own time in milliseconds since the epoch. */
export interface Found {
  readonly at: number;
  readonly parts: string;
}

/** A call, and one of the trails that it is about. */
export type Change = Pick<WaitingChange, 'call' | 'trailArn'>;

/** A trail of which a change expired lately holds nothing for another one: forged events must not follow each other for ever. */
const NO_HOLDING_AFTER_EXPIRY_MS = 6 * 3_600_000;

export const keyOf = ({ call, trailArn }: Change): string => `${call.eventId} ${trailArn}`;

/** Every change that the ledger keeps. What is none is left out. */
export async function listKeptChanges({ ports }: Guard): Promise<readonly WaitingChange[]> {
  const kept = await ports.ledger.list<unknown>('change');
  return kept.flatMap(({ value }) => (isChangeKept(value) ? value : []));
}

/** Whether a change may keep the trail's settings from being put back while it waits. */
export const mayHold = (arn: string, known: readonly WaitingChange[], { ports }: Guard): boolean =>
  !known.some(
    ({ trailArn, state, heldSince }) =>
      trailArn === arn && state === 'expired' && ports.clock.now() - heldSince < NO_HOLDING_AFTER_EXPIRY_MS,
  );

/** Whoever may write the table may have written anything. */
export function isChangeKept(value: unknown): value is WaitingChange {
  const { call, trailArn, state, heldSince, found } = (value ?? {}) as Partial<WaitingChange>;
  const { eventId, eventName, region, at, targets, actor } = (call ?? {}) as Partial<ApiCall>;
  return (
    [trailArn, eventId, eventName, region].every((text) => typeof text === 'string') &&
    ['waiting', 'settled', 'expired'].includes(String(state)) &&
    [heldSince, at].every((time) => Number.isFinite(time)) &&
    Array.isArray(targets) &&
    typeof actor === 'object' &&
    actor !== null &&
    (!found || (Number.isFinite(found.at) && typeof found.parts === 'string'))
  );
}
