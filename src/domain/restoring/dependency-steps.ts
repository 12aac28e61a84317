import type { Baseline } from '../baseline/baseline.ts';
import type { Drift } from '../drift.ts';
import type { Step } from '../step.ts';
import { bucketSteps } from './dependency-steps-bucket.ts';
import { keySteps } from './dependency-steps-key.ts';
import { logGroupSteps } from './dependency-steps-log-group.ts';
import { roleSteps } from './dependency-steps-role.ts';
import { topicSteps } from './dependency-steps-topic.ts';

/**
 * What puts back the things that a trail depends on: what is weaker, as the baseline has it, in an order that AWS takes. The key
 * comes first, because the bucket may encrypt with it.
 * @param about `bucketRegion`: where the bucket was found
 */
export function dependencySteps(
  drifts: readonly Drift[],
  baseline: Baseline,
  { trailArn, bucketRegion }: { readonly trailArn: string; readonly bucketRegion: string },
): readonly Step[] {
  const weaker = drifts.filter((drift) => drift.class === 'weaker');
  return [
    ...keySteps(weaker, baseline, trailArn),
    ...bucketSteps(weaker, baseline, { trailArn, bucketRegion }),
    ...topicSteps(weaker, baseline, trailArn),
    ...logGroupSteps(weaker, baseline, trailArn),
    ...roleSteps(weaker, baseline, trailArn),
  ];
}
