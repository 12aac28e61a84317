import { headlineOf } from '../render/headline.ts';
import type { Channel } from './channel.ts';

interface Noting {
  /** @returns false when there is no such finding */
  addNote(findingId: string, text: string): Promise<boolean>;
}

/** A note on each finding of Security Hub that made the guard look, with what it saw and did. */
export const makeNoteChannel = (hub: Noting): Channel => ({
  name: 'Security Hub note',
  async send(report) {
    const ids = report.securityFindings.flatMap(({ source, id }) => (source === 'Security Hub' ? [id] : []));
    const text = `trailkeeper: ${headlineOf(report)}. Outcome: ${report.outcome}. Incident ${report.incidentId}.`;
    await Promise.all([...new Set(ids)].map((id) => hub.addNote(id, text)));
  },
});
