const WINDOW_MS = 3_600_000;
const REMEMBERED_EVENTS = 50;

/** Failed and denied calls of one principal: the first is told at once, the rest as one message an hour with a count. */
export interface Attempts {
  /** When they were last told, in milliseconds since the epoch. */
  readonly toldAt: number;
  /** Attempts since then. */
  readonly untold: number;
  readonly eventIds: readonly string[];
}

/** One principal's attempts after a pass, and how many of them people must be told now. */
export function advanceAttempts(
  previous: Attempts | undefined,
  eventIds: readonly string[],
  now: number,
): { readonly attempts: Attempts; readonly tell: number } {
  const newIds = eventIds.filter((id) => !previous?.eventIds.includes(id));
  const remembered = [...(previous?.eventIds ?? []), ...newIds].slice(-REMEMBERED_EVENTS);
  const untold = (previous?.untold ?? 0) + newIds.length;
  const isDue = untold > 0 && (!previous || now - previous.toldAt >= WINDOW_MS);
  const toldAt = isDue ? now : (previous?.toldAt ?? now);
  return {
    attempts: { toldAt, untold: isDue ? 0 : untold, eventIds: remembered },
    tell: isDue ? untold : 0,
  };
}

/** Whether what lay in the ledger can be a principal's attempts. */
export function isAttempts(value: unknown, now: number): value is Attempts {
  const { toldAt, untold, eventIds } = (value ?? {}) as Record<string, unknown>;
  return typeof toldAt === 'number' && toldAt <= now && typeof untold === 'number' && Array.isArray(eventIds);
}
