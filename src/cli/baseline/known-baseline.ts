import type { Baseline } from '../../domain/baseline/baseline.ts';
import type { BaselineJudgement } from '../../domain/baseline/baseline-judge.ts';
import type { StoredBaseline } from '../../domain/baseline/baseline-store.ts';
import { learnBaselines } from '../../domain/baseline/learn-baselines.ts';
import type { Guard } from '../../domain/guard.ts';
import type { Trail } from '../../domain/trail.ts';
import type { Live } from '../live/connect.ts';
import { makeLiveGuard } from '../live-guard.ts';

/** What is known of one trail's baseline before it is changed. */
export interface KnownBaseline {
  readonly trail: Trail;
  readonly guard: Guard;
  /** What is stored, whatever it is worth; undefined when nothing is. */
  readonly stored: StoredBaseline | undefined;
  /** What the guard makes of it. */
  readonly judgement: BaselineJudgement;
  /** The version that rules; null when none does. */
  readonly ruling: Baseline | null;
  /** The version that a change would be. */
  readonly nextVersion: number;
  readonly notes: readonly string[];
}

const NONE: BaselineJudgement = { kind: 'none', ruling: null, from: null, by: null, why: null };

/** Reads a trail's baseline as the guard does, and judges it as the guard does. */
export async function readKnownBaseline(live: Live, trail: Trail): Promise<KnownBaseline> {
  const { guard, notes } = await makeLiveGuard(live, { purpose: 'look', trail, keepsModes: true });
  const [[judged], stored] = await Promise.all([learnBaselines(guard), guard.ports.baselines.read(trail)]);
  const judgement = judged?.judgement ?? NONE;
  const versions = [judgement.ruling, judged?.before ?? null].flatMap((baseline) => baseline?.version ?? []);
  return {
    trail,
    guard,
    stored,
    judgement,
    ruling: judgement.ruling,
    nextVersion: Math.max(0, ...versions) + 1,
    notes,
  };
}
