import type { Baseline } from './baseline/baseline.ts';
import type { Guard } from './guard.ts';
import { judgeCalls } from './judge-calls.ts';
import type { JudgedCall } from './judgement.ts';
import { type About, aboutOf } from './relevance.ts';
import type { Signal } from './signal.ts';
import type { Trail } from './trail.ts';

/** A call, and what it is about. */
export interface SortedCall {
  readonly judged: JudgedCall;
  readonly about: About;
}

/** The calls among the signals, each judged, and by what they are about. */
export const sortCalls = (
  signals: readonly Signal[],
  trails: readonly Trail[],
  baselines: readonly Baseline[],
  guard: Guard,
): readonly SortedCall[] =>
  judgeCalls(signals, trails, baselines, guard).map((judged) => ({
    judged,
    about: aboutOf(judged, trails, baselines, guard.settings),
  }));

export const isAbout = (about: About, arn: string): boolean =>
  (about.kind === 'trail' && about.trail.arn === arn) ||
  (about.kind === 'dependency' && about.arns.includes(arn));
