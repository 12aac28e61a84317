/** One difference between what is and what the baseline says must be. */
export interface Drift {
  /** Where it is, in AWS's own field names: `status.IsLogging`, `trail.IsMultiRegionTrail`. */
  readonly path: DriftPath;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly class: 'weaker' | 'stronger' | 'different';
}

/** A field of the trail, its status or its selectors; `trail` alone is the whole trail. */
export type DriftPath = 'trail' | 'tags' | 'selectors' | `status.${string}` | `trail.${string}`;
