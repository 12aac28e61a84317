import type { Episode } from '../../domain/telling/episode.ts';
import type { Dark } from '../../domain/telling/report.ts';

/** An incident in short. Times are ISO 8601. */
export interface DescribedIncident
  extends Pick<
    Episode,
    'id' | 'trail' | 'openedAt' | 'closedAt' | 'state' | 'times' | 'techniques' | 'principals'
  > {
  /** Milliseconds, up to now when it goes on; null when nothing was dark. */
  readonly darkForMs: number | null;
  readonly weakenedForMs: number | null;
}

/** @param now milliseconds since the epoch */
export const describeIncident = (episode: Episode, now: number): DescribedIncident => {
  const { id, trail, openedAt, closedAt, state, times, techniques, principals, dark, weakened } = episode;
  return {
    id,
    trail,
    openedAt,
    closedAt,
    state,
    times,
    techniques,
    principals,
    darkForMs: sumOf(dark, now),
    weakenedForMs: sumOf(weakened, now),
  };
};

const sumOf = (intervals: readonly Dark[], now: number): number | null =>
  intervals.length === 0
    ? null
    : intervals.reduce((sum, { from, forMs }) => sum + (forMs ?? Math.max(0, now - Date.parse(from))), 0);
