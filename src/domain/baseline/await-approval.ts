import type { Drift } from '../drift.ts';
import type { Guard } from '../guard.ts';
import type { Baseline } from './baseline.ts';
import { settleBaseline } from './baseline-settle.ts';
import { canHaveMade } from './changed-parts.ts';
import { type Change, listKeptChanges, mayHold } from './waiting-change.ts';

/** What came of a change by an approved principal while a difference was waited over. */
export interface News {
  /** The version that rules since. */
  readonly baseline: Baseline;
  /** Changes of the trail that event history has to confirm yet. */
  readonly waiting: readonly Change[];
}

/**
 * Each call of a tool comes as an event of its own, and a sweep may come before any of them: what nobody's call explains yet may be on
 * its way. CloudTrail's events come within seconds.
 */
const WAIT_MS = 10_000;
const LOOK_EVERY_MS = 2_500;

/**
 * Waits a little for the event of a change that an approved principal may just have made; another pass takes it up.
 * @returns null when nothing came that explains any of the differences
 */
export async function awaitApproval(
  drifts: readonly Drift[],
  before: Baseline,
  guard: Guard,
): Promise<News | null> {
  const { clock } = guard.ports;
  for (const until = clock.now() + WAIT_MS; clock.now() < until; ) {
    await clock.sleep(LOOK_EVERY_MS);
    const news = await readNews(before, guard);
    const isExplained = news.waiting.some(({ call }) => drifts.some((drift) => canHaveMade(call, drift)));
    if (isExplained || news.baseline.version > before.version) return news;
  }
  return null;
}

async function readNews(before: Baseline, guard: Guard): Promise<News> {
  const { ports, settings } = guard;
  const [known, judgement] = await Promise.all([
    listKeptChanges(guard),
    settleBaseline(ports.baselines, before.trail, {
      remembered: before,
      approvedPrincipals: settings.approvedPrincipals,
      guardRoleArn: settings.roleArn,
      now: ports.clock.now(),
    }),
  ]);
  const waiting = known.filter(({ state, trailArn }) => state === 'waiting' && trailArn === before.trail.arn);
  return {
    baseline: judgement.ruling ?? before,
    waiting: mayHold(before.trail.arn, known, guard) ? waiting : [],
  };
}
