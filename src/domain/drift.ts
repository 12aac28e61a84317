import type { PartName } from './parts.ts';

/** One difference between what is and what the baseline says must be. */
export interface Drift {
  /** Where it is, in AWS's own field names: `status.IsLogging`, `trail.IsMultiRegionTrail`, `bucket.policy.delivery`. */
  readonly path: DriftPath;
  /** As in the baseline; null: nothing, or not there. */
  readonly expected: unknown;
  readonly actual: unknown;
  /**
   * `weaker`: less is recorded, delivered, kept or protected, or others can reach more. It is put back.
   * `stronger`: more is. It is told and offered for approval.
   * `different`: neither can be said of it. It is told, and left.
   */
  readonly class: 'weaker' | 'stronger' | 'different';
  /** The difference in plain words, when the two values side by side do not say it: `CloudTrail may not write any more`. */
  readonly evidence?: string;
}

/**
 * A part as a whole, or something in it. `trail` alone: there is no such trail any more. `status` and `delivery` are read
 * from GetTrailStatus and are in no baseline: what they must be follows from the floor.
 */
export type DriftPath = PartName | `${PartName}.${string}` | `status.${string}` | `delivery.${string}`;

export const isWeaker = (drifts: readonly Drift[]): boolean =>
  drifts.some((drift) => drift.class === 'weaker');
