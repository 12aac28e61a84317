import type { Drift } from '../drift.ts';
import type { Baseline } from './baseline.ts';

/**
 * What AWS Control Tower makes bears its prefix, and its guardrails deny others to change it: repairing it is its own work. Its roles approve
 * nothing by themselves: in the management account anybody could make one of the same name. Name them in ApprovedPrincipals.
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/logging-using-cloudtrail.html
 */
const PREFIX = 'aws-controltower-';

/** Which drifts of a trail are Control Tower's to repair: of its own trail all settings, of its bucket those of the bucket. */
export function isControlTowers(
  { trail, parts }: Pick<Baseline, 'trail' | 'parts'>,
  { path }: Drift,
): boolean {
  if (trail.name.startsWith(PREFIX)) return !/^(status|delivery)\b/.test(path);
  return parts.trail.S3BucketName.startsWith(PREFIX) && /^bucket\b/.test(path);
}
