import type { Parts } from '../parts.ts';

/** The version of this document. It moves when a field changes its meaning or goes. */
export const BASELINE_SCHEMA = 'trailkeeper.baseline/1' as const;

/** What one guarded trail must be, as its owner approved it. */
export interface Baseline {
  readonly schema: typeof BASELINE_SCHEMA;
  readonly trail: BaselineTrail;
  /** Counts from 1; every approval is a new version. */
  readonly version: number;
  readonly approval: Approval;
  /** `retired`: the owner ended the guarding of this trail. */
  readonly state: 'guarded' | 'retired';
  /** Overrides the guard's own mode; null follows it. */
  readonly mode: 'restore' | 'notify' | null;
  /** The account that the bucket belonged to when it was approved; null when that could not be read. */
  readonly bucketOwner: string | null;
  /** `o-…` of an organization trail. */
  readonly organizationId: string | null;
  /** What is not declared here is not compared. `trail` always is. */
  readonly parts: Parts & Required<Pick<Parts, 'trail'>>;
}

export interface BaselineTrail {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly homeRegion: string;
}

export interface Approval {
  /**
   * `deployment`: adopted as it was when the guard came. `adopt`: an operator took the state of that day. `approve`: an
   * operator approved one drift. `principal`: an approved principal changed the trail. `import`: declared by hand.
   */
  readonly how: 'deployment' | 'adopt' | 'approve' | 'principal' | 'import' | 'retire';
  /** ISO 8601. */
  readonly at: string;
  /** The ARN of who approved it, as AWS tells it. */
  readonly by: string;
  readonly reason: string | null;
}
