import { parseArn } from '../arn.ts';
import type { Baseline } from '../baseline/baseline.ts';
import type { Drift } from '../drift.ts';

/** What of a trail's baseline, and of what drifted from it, an account can have set. */
interface Settable {
  readonly baseline: Baseline;
  readonly drifts: readonly Drift[];
  /** Drifts that only another account can undo. */
  readonly elsewhere: readonly Drift[];
}

/**
 * CloudTrail takes a log group and its role from their own account alone. A trail of the organization is changed from two accounts, its
 * owner's and the delegated administrator's, and the log group is one's: the other puts back everything else.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-delegated-administrator.html
 */
export function settableHere(baseline: Baseline, drifts: readonly Drift[], accountId: string): Settable {
  const { trail } = baseline.parts;
  const arns = [trail.CloudWatchLogsLogGroupArn, trail.CloudWatchLogsRoleArn];
  if (arns.every((arn) => arn === null || parseArn(arn)?.accountId === accountId))
    return { baseline, drifts, elsewhere: [] };
  const without = { ...trail, CloudWatchLogsLogGroupArn: null, CloudWatchLogsRoleArn: null };
  return {
    baseline: { ...baseline, parts: { ...baseline.parts, trail: without } },
    drifts: drifts.filter((drift) => !isOfLogs(drift)),
    elsewhere: drifts.filter(isOfLogs),
  };
}

const isOfLogs = ({ path }: Drift): boolean => path.startsWith('trail.CloudWatchLogs');
