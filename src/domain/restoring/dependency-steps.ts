import type { Baseline } from '../baseline/baseline.ts';
import type { Drift } from '../drift.ts';
import type { Step } from '../step.ts';
import { bucketSteps } from './dependency-steps-bucket.ts';
import { keySteps } from './dependency-steps-key.ts';
import { logGroupSteps } from './dependency-steps-log-group.ts';
import { roleSteps } from './dependency-steps-role.ts';
import { topicSteps } from './dependency-steps-topic.ts';

/** Where the steps are taken. */
export interface About {
  readonly trailArn: string;
  /** Where the bucket was found. */
  readonly bucketRegion: string;
  /** The guard's own account, which need not be the trail's: nothing is made in another. */
  readonly accountId: string;
}

/**
 * What puts back the things that a trail depends on: what is weaker, as the baseline has it, in an order that AWS takes. The key
 * comes first, because the bucket may encrypt with it.
 */
export function dependencySteps(drifts: readonly Drift[], baseline: Baseline, about: About): readonly Step[] {
  const { trailArn } = about;
  const weaker = drifts.filter((drift) => drift.class === 'weaker');
  return [
    ...keySteps(weaker, baseline, trailArn),
    ...bucketSteps(weaker, baseline, about),
    ...topicSteps(weaker, baseline, about),
    ...logGroupSteps(weaker, baseline, about),
    ...roleSteps(weaker, baseline, trailArn),
  ];
}
