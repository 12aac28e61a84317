import type { DriftPath } from './drift.ts';

/** What one guarded trail must be. */
export interface Baseline {
  readonly trailArn: string;
  /** Expected values by path. Every guarded trail must at least log: the floor no stored baseline may go below. */
  readonly expected: ReadonlyMap<DriftPath, unknown>;
}

/** The floor: a guarded trail logs. */
export const floorBaseline = (trailArn: string): Baseline => ({
  trailArn,
  expected: new Map([['status.IsLogging', true]]),
});

/** A trail that is not guarded must be nothing in particular. */
export const noBaseline = (trailArn: string): Baseline => ({ trailArn, expected: new Map() });
