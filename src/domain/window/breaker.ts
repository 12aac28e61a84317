import type { Ports } from '../ports.ts';
import type { StepResult } from '../step.ts';

const REVERTS_TO_TRIP = 5;
const WITHIN_MS = 10 * 60_000;
const KEPT_MS = 24 * 3_600_000;
const KEPT = 20;

/** When settings of a trail were put back lately, in milliseconds since the epoch. */
interface Reverts {
  readonly at: readonly number[];
}

/**
 * Whether a trail's settings were put back so often that something keeps changing them, as an IaC tool does. Then they are put back at
 * sweeps only. Logging is no setting: a restart is never slowed.
 */
export async function isTripped(
  trailArn: string,
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
): Promise<boolean> {
  const entry = await ledger.load<unknown>('breaker', trailArn);
  return recent(entry?.value, clock.now(), WITHIN_MS).length >= REVERTS_TO_TRIP;
}

/** Counts a pass in which settings were put back. */
export async function countRevert(
  trailArn: string,
  steps: readonly StepResult[],
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
): Promise<void> {
  if (!steps.some(({ call, result }) => call !== 'StartLogging' && result === 'done')) return;
  const entry = await ledger.load<unknown>('breaker', trailArn);
  const now = clock.now();
  const reverts: Reverts = { at: [...recent(entry?.value, now, KEPT_MS), now].slice(-KEPT) };
  await ledger.save('breaker', trailArn, reverts, entry?.version ?? 0);
}

/** When settings of a trail were put back last; null when they were not lately. What lies in the ledger may be anything. */
export const lastRevert = (value: unknown, now: number): number | null =>
  recent(value, now, KEPT_MS).at(-1) ?? null;

/** Clocks of two runs may differ so much. */
const CLOCKS_DIFFER_MS = 10_000;

/**
 * Times of the future would hold the breaker open, one after the other as they come: whoever writes the table must not stop the restoring
 * with them, so what holds one of them counts for nothing.
 */
function recent(value: unknown, now: number, withinMs: number): readonly number[] {
  const { at } = (value ?? {}) as Partial<Reverts>;
  const isPossible = (time: unknown) => typeof time === 'number' && time <= now + CLOCKS_DIFFER_MS;
  if (!Array.isArray(at) || at.length > KEPT || !at.every(isPossible)) return [];
  return at.filter((time) => time <= now && now - time < withinMs);
}
