import type { Trail } from '../../domain/trail.ts';
import { chooseTrail } from '../live/choose-trail.ts';
import { type Live, liveJson } from '../live/connect.ts';
import { runLive } from '../live/run-live.ts';
import { say, sayJson } from '../terminal.ts';
import type { CheckDocument, CheckFlags } from './check.ts';
import { lookAtTrails } from './look-at-trails.ts';
import { planLines } from './plan-lines.ts';
import { type PlannedTrail, planTrail } from './plan-trail.ts';
import { EXIT_OF, type Sum, sumUp } from './verdict.ts';

/** What `plan` prints as JSON. */
export interface PlanDocument extends ReturnType<typeof liveJson> {
  readonly schema: 'trailkeeper.plan/1';
  readonly verdict: Sum;
  readonly trails: readonly PlannedTrail[];
  readonly baselineIncidents: CheckDocument['baselineIncidents'];
  readonly notes: readonly string[];
}

/** Shows what would be done to put trails back, and by whom. */
export const planVerb = (flags: CheckFlags): Promise<void> =>
  runLive(flags, async (live) => {
    const document = await planTrails(live, flags.trail ? await chooseTrail(flags.trail, live) : undefined);
    sayPlan(document, live, flags);
    return EXIT_OF[document.verdict];
  });

export function sayPlan(document: PlanDocument, live: Live, { output }: Pick<CheckFlags, 'output'>): void {
  if (output === 'json') sayJson(document);
  else for (const line of planLines(document, live)) say(line);
}

export async function planTrails(live: Live, trail: Trail | undefined): Promise<PlanDocument> {
  const looked = await lookAtTrails(live, 'plan', trail);
  const trails = looked.passes.map((pass) => planTrail(pass, looked, live.stack));
  return {
    schema: 'trailkeeper.plan/1',
    ...liveJson(live),
    verdict: sumUp(trails, looked.baselineIncidents.length > 0),
    trails,
    baselineIncidents: looked.baselineIncidents,
    notes: looked.notes,
  };
}
