import type { Guard } from '../guard.ts';
import { inTime } from '../in-time.ts';
import type { Baseline } from './baseline.ts';
import type { BaselineJudgement } from './baseline-judge.ts';
import { readBaseline } from './baseline-read.ts';
import { judgeUnread, settleBaseline } from './baseline-settle.ts';
import type { BaselineKey, StoredBaselines } from './baseline-store.ts';

/** What was decided about one trail's baseline, and by what it was replaced. */
export interface JudgedBaseline {
  readonly key: BaselineKey;
  readonly judgement: BaselineJudgement;
  /** The version that the ledger remembered; null when there was none that could be read. */
  readonly before: Baseline | null;
}

/**
 * Which baselines rule. The store decides; the ledger's copies count where it says nothing, and tell for which trails to ask it by
 * name. A new approved version is copied into the ledger.
 */
export async function learnBaselines({ ports, settings }: Guard): Promise<readonly JudgedBaseline[]> {
  const { baselines, ledger, clock } = ports;
  const [listed, copies] = await Promise.all([
    inTime(clock, LIST_WITHIN_MS, () => baselines.list(), UNLISTED),
    ledger.list<unknown>('baseline'),
  ]);
  const remembered = new Map(
    copies.flatMap((entry) => {
      const reading = readBaseline(entry.value);
      return 'baseline' in reading
        ? [[nameOf(reading.baseline.trail), { ...entry, value: reading.baseline }]]
        : [];
    }),
  );
  const keys = new Map([
    ...[...remembered.values()].map(({ value: { trail } }) => [nameOf(trail), trail] as const),
    ...listed.stored.map(({ key }) => [nameOf(key), key] as const),
  ]);
  const judge = async ([name, key]: readonly [string, BaselineKey]): Promise<JudgedBaseline> => {
    const copy = remembered.get(name);
    const known = {
      remembered: copy?.value,
      approvedPrincipals: settings.approvedPrincipals,
      guardRoleArn: settings.roleArn,
      now: clock.now(),
    };
    const stored = listed.stored.find((one) => nameOf(one.key) === name);
    const judgement = await inTime(
      clock,
      SETTLE_WITHIN_MS,
      () => settleBaseline(baselines, key, { ...known, listed: stored }),
      judgeUnread(known, 'it did not answer in time'),
    );
    if (judgement.ruling && IS_NEW.has(judgement.kind))
      await ledger.save('baseline', judgement.ruling.trail.arn, judgement.ruling, copy?.version ?? 0);
    return { key, judgement, before: copy?.value ?? null };
  };
  return Promise.all([...keys].map(judge));
}

/**
 * Whoever may write parameters could add so many beside the baselines that no listing ends in time: then each that is remembered is asked
 * for by name.
 */
// Loading the SDK at a cold start is part of it. Together less than a pass waits for what it learns.
const LIST_WITHIN_MS = 3_500;
const SETTLE_WITHIN_MS = 1_200;

const UNLISTED: StoredBaselines = { stored: [], isWhole: false };

const IS_NEW: ReadonlySet<string> = new Set(['first', 'approved-change']);

const nameOf = ({ homeRegion, name }: BaselineKey) => `${homeRegion}/${name}`;
