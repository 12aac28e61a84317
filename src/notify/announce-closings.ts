import type { Ledger } from '../domain/ledger.ts';
import type { Episode } from '../domain/telling/episode.ts';

/** An incident that is over. Its reports left when they were made. */
export type ClosedIncident = Omit<Episode, 'reports' | 'closedAt'> & { readonly closedAt: string };

/**
 * A ledger that announces each incident which it writes down as over: nobody is mailed then, so nothing else would say it. What
 * is added to such an incident later is announced, too.
 * @param announce must not throw
 */
export const announceClosings = (
  ledger: Ledger,
  announce: (incident: ClosedIncident) => Promise<void>,
): Ledger => ({
  ...ledger,
  async save(kind, id, value, expectedVersion) {
    const isWritten = await ledger.save(kind, id, value, expectedVersion);
    if (isWritten && kind === 'episode') {
      const { reports: _, closedAt, ...incident } = value as Episode;
      if (closedAt !== null) await announce({ ...incident, closedAt });
    }
    return isWritten;
  },
});
