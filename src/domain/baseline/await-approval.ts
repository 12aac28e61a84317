import type { Drift } from '../drift.ts';
import type { Guard } from '../guard.ts';
import type { ApiCall } from '../signal.ts';
import { readPart } from '../snapshot.ts';
import { isMadeByApproved } from './approved-principal.ts';
import type { Baseline } from './baseline.ts';
import { settleBaseline } from './baseline-settle.ts';
import { callsThatMake, canHaveMade } from './changed-parts.ts';
import { isOf } from './confirm-change.ts';
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

/** LookupEvents takes two requests a second. */
const NAMES_ASKED_FOR = 6;
const RECORDS_OF_NAME = 50;
const LOOK_BACK_MS = 45 * 60_000;

/**
 * Waits a little for the event of a change that an approved principal may just have made; another pass takes it up. Nothing is waited for
 * when event history shows already that it was somebody else.
 * @returns null when nothing came that explains any of the differences
 */
export async function awaitApproval(
  drifts: readonly Drift[],
  before: Baseline,
  guard: Guard,
): Promise<News | null> {
  const { clock } = guard.ports;
  if (await isMadeByOthers(drifts, before, guard)) return null;
  for (const until = clock.now() + WAIT_MS; clock.now() < until; ) {
    await clock.sleep(LOOK_EVERY_MS);
    const news = await readNews(before, guard);
    const isExplained = news.waiting.some(({ call }) => drifts.some((drift) => canHaveMade(call, drift)));
    if (isExplained || news.baseline.version > before.version) return news;
  }
  return null;
}

async function isMadeByOthers(drifts: readonly Drift[], before: Baseline, guard: Guard): Promise<boolean> {
  const names = [...new Set(drifts.flatMap(callsThatMake))];
  if (names.length > NAMES_ASKED_FOR) return false;
  const calls: ApiCall[] = [];
  for (const name of names) calls.push(...(await callsOf(name, before, guard)));
  const latest = calls.toSorted((one, other) => other.at - one.at);
  return drifts.every((drift) => {
    const cause = latest.find((call) => canHaveMade(call, drift));
    return cause !== undefined && !isMadeByApproved(cause, guard.settings);
  });
}

/** Calls of that name on the trail, or on what it depends on, since it was approved. What history does not answer is unknown. */
async function callsOf(name: string, before: Baseline, guard: Guard): Promise<readonly ApiCall[]> {
  const { history, clock } = guard.ports;
  const now = clock.now();
  const query = {
    region: before.trail.homeRegion,
    since: Math.max(now - LOOK_BACK_MS, Date.parse(before.approval.at)),
    until: now,
    attribute: { key: 'EventName', value: name },
    atMost: RECORDS_OF_NAME,
  } as const;
  const page = await readPart(() => history.lookUp(query));
  const calls = page.read ? page.value.records.flatMap((record) => guard.readRecord(record) ?? []) : [];
  return calls.filter(
    (call) =>
      call.error === null &&
      call.eventName === name &&
      call.actor.roleArn !== guard.settings.roleArn &&
      isOf(call, before, guard),
  );
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
