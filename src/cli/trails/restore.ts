import type { StepResult } from '../../domain/step.ts';
import type { Trail } from '../../domain/trail.ts';
import { EXIT } from '../exit-codes.ts';
import { chooseTrail } from '../live/choose-trail.ts';
import { type Live, liveJson } from '../live/connect.ts';
import { askConsent } from '../live/consent.ts';
import type { ChangeFlags } from '../live/live-flags.ts';
import { runLive } from '../live/run-live.ts';
import { note, say, sayJson } from '../terminal.ts';
import type { CheckFlags } from './check.ts';
import { type DescribedTrail, describeTrail } from './describe-trail.ts';
import { lookAtTrails } from './look-at-trails.ts';
import { planTrails, sayPlan } from './plan.ts';
import { stepsLines } from './plan-lines.ts';
import { restoreLines } from './restore-lines.ts';
import { EXIT_OF, type Sum, sumUp } from './verdict.ts';

/** What `restore` prints as JSON. */
export interface RestoreDocument extends ReturnType<typeof liveJson> {
  readonly schema: 'trailkeeper.restore/1';
  /** How it stands afterwards. */
  readonly verdict: Sum;
  readonly trails: readonly RestoredTrail[];
}

/** A trail as it is afterwards: its drifts are those that are left. */
export interface RestoredTrail extends DescribedTrail {
  readonly steps: readonly StepResult[];
  /** Why settings were left as they are. */
  readonly heldBack: string | null;
  /** ISO 8601; null when it is unknown. */
  readonly loggingSince: string | null;
}

/** Puts trails back with the caller's own rights, and proves it. */
export const restore = (flags: CheckFlags & ChangeFlags): Promise<void> =>
  runLive(flags, async (live) => {
    const trail = flags.trail ? await chooseTrail(flags.trail, live) : undefined;
    const planned = await planTrails(live, trail);
    const isIdle = planned.trails.every(({ steps }) => steps.length === 0);
    if (flags.dryRun || isIdle) {
      sayPlan(planned, live, flags);
      return EXIT_OF[planned.verdict];
    }
    for (const line of stepsLines(planned, live)) note(line);
    if (!(await askConsent('Carry it out?', flags))) {
      note('Nothing was changed.');
      return EXIT.failed;
    }
    note('Putting it back, and reading it again …');
    const document = await restoreTrails(live, trail, planned.trails);
    if (flags.output === 'json') sayJson(document);
    else for (const line of restoreLines(document)) say(line);
    return EXIT_OF[document.verdict];
  });

/** @param before the trails as they were planned: event history shows the restore itself afterwards */
export async function restoreTrails(
  live: Live,
  trail: Trail | undefined,
  before: readonly DescribedTrail[],
): Promise<RestoreDocument> {
  const looked = await lookAtTrails(live, 'restore', trail);
  const trails = looked.passes.map((pass): RestoredTrail => {
    const described = describeTrail(pass, looked, pass.left);
    const since = pass.status.read ? pass.status.value.startLoggingTime : undefined;
    return {
      ...described,
      // A restart counts when a read proves it.
      verdict: described.verdict === 'intact' && !pass.isLit ? 'undetermined' : described.verdict,
      calls: before.find(({ arn }) => arn === described.arn)?.calls ?? [],
      steps: pass.steps,
      heldBack: pass.heldBack,
      loggingSince: since === undefined ? null : new Date(since).toISOString(),
    };
  });
  return { schema: 'trailkeeper.restore/1', ...liveJson(live), verdict: sumUp(trails, false), trails };
}
