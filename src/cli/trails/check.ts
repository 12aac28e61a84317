import { chooseTrail } from '../live/choose-trail.ts';
import { type Live, liveJson } from '../live/connect.ts';
import type { LiveFlags } from '../live/live-flags.ts';
import { runLive } from '../live/run-live.ts';
import { say, sayJson } from '../terminal.ts';
import { checkLines } from './check-lines.ts';
import { type DescribedTrail, describeTrail } from './describe-trail.ts';
import { type BaselineIncident, lookAtTrails } from './look-at-trails.ts';
import { EXIT_OF, type Sum, sumUp } from './verdict.ts';

export interface CheckFlags extends LiveFlags {
  readonly trail?: string;
}

/** What `check` prints as JSON. */
export interface CheckDocument extends ReturnType<typeof liveJson> {
  readonly schema: 'trailkeeper.check/1';
  readonly verdict: Sum;
  readonly trails: readonly DescribedTrail[];
  /** Stored baselines that are not what was approved. */
  readonly baselineIncidents: readonly BaselineIncident[];
  readonly notes: readonly string[];
}

/** Compares trails with what they must be. */
export const check = (flags: CheckFlags): Promise<void> =>
  runLive(flags, async (live) => {
    const document = await checkTrails(live, flags.trail);
    if (flags.output === 'json') sayJson(document);
    else for (const line of checkLines(document, live)) say(line);
    return EXIT_OF[document.verdict];
  });

export async function checkTrails(live: Live, nameOrArn: string | undefined): Promise<CheckDocument> {
  const trail = nameOrArn === undefined ? undefined : await chooseTrail(nameOrArn, live);
  const looked = await lookAtTrails(live, 'look', trail);
  const trails = looked.passes.map((pass) => describeTrail(pass, looked));
  return {
    schema: 'trailkeeper.check/1',
    ...liveJson(live),
    verdict: sumUp(trails, looked.baselineIncidents.length > 0),
    trails,
    baselineIncidents: looked.baselineIncidents,
    notes: looked.notes,
  };
}
