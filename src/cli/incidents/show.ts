import { EXIT, UsageError } from '../exit-codes.ts';
import { liveJson } from '../live/connect.ts';
import type { LiveFlags } from '../live/live-flags.ts';
import { runLive } from '../live/run-live.ts';
import { say, sayJson } from '../terminal.ts';
import { incidentShowLines } from './incident-lines.ts';
import { readEpisode } from './read-episodes.ts';
import { sayGap } from './say-gap.ts';

export interface ShowFlags extends Omit<LiveFlags, 'output'> {
  readonly output: 'table' | 'json' | 'csv';
  readonly gap: boolean;
  readonly regions?: readonly string[];
  readonly atMost: number;
}

/** Shows all that is known of one incident, and with `--gap` what happened in the dark. */
export const show = (flags: ShowFlags, id: string): Promise<void> =>
  runLive(flags, async (live) => {
    if (flags.output === 'csv' && !flags.gap)
      throw new UsageError('csv is for the calls in the dark: add --gap, or take --output json.');
    const episode = await readEpisode(id, live);
    if (flags.gap) return sayGap(episode, live, flags);
    if (flags.output === 'json') sayJson({ ...liveJson(live), ...episode });
    else for (const line of incidentShowLines(episode, live.clock.now())) say(line);
    return EXIT.good;
  });
