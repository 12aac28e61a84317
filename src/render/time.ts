import { defang } from './defang.ts';

/** `2026-11-20T21:14:05Z`, from ISO 8601 or milliseconds since the epoch; null when it is no time. */
export function isoTime(at: string | number): string | null {
  const date = new Date(at);
  return Number.isNaN(+date) ? null : date.toISOString().replace(/\.\d+/, '');
}

/** `2026-11-20 21:14:05 UTC`. */
export const readableTime = (at: string | number): string =>
  isoTime(at)?.replace('T', ' ').replace('Z', ' UTC') ?? defang(String(at));

/** `2.4 s`, `12 min 5 s`, `28 h 10 min`, `1 h`. */
export function readableDuration(ms: number): string {
  if (!(ms >= 1_000)) return 'less than 1 s';
  if (ms < 10_000) return `${Math.floor(ms / 100) / 10} s`;
  const seconds = Math.floor(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
  const rest = minutes % 60 > 0 ? ` ${minutes % 60} min` : '';
  return `${Math.floor(minutes / 60)} h${rest}`;
}
