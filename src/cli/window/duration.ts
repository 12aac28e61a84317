const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000 };

/** Longer than this the guard lets no window be open. */
export const AT_MOST_MS = 4 * 3_600_000;

/**
 * `30m`, `2h`, `1h30m` in milliseconds.
 * @throws Error that says what is allowed
 */
export function parseDuration(text: string): number {
  const parts = [...text.matchAll(/(\d+)([hm])/g)];
  const ms = parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0), 0);
  const isWhole = parts.map(([part]) => part).join('') === text;
  if (isWhole && ms > 0 && ms <= AT_MOST_MS) return ms;
  throw new Error(`${JSON.stringify(text)} is no time for a window: 30m, 1h or 1h30m, four hours at most`);
}
