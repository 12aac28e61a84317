import type { TrailSettings } from '../parts.ts';

/** What a comparison of a dependency has to know of the trail that depends on it: all of it from the baseline. */
export interface ComparedTrail {
  readonly arn: string;
  readonly accountId: string;
  readonly partition: string;
  /** As the baseline says it must be. */
  readonly settings: TrailSettings;
  /** `o-…`, when the trail is an organization's; null when it is not or that is unknown. */
  readonly organizationId: string | null;
  /** The account that the bucket belongs to, when it is known. */
  readonly bucketOwner: string | null;
}
