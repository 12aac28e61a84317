import type { Drift } from '../drift.ts';
import type { PartValues } from '../parts.ts';

type Logging = PartValues['bucket.logging'];

/** Server access logs: who read or deleted log files. */
export function compareBucketLogging(expected: Logging, actual: Logging): readonly Drift[] {
  if (expected?.TargetBucket === actual?.TargetBucket && expected?.TargetPrefix === actual?.TargetPrefix)
    return [];
  return [{ path: 'bucket.logging', expected, actual, class: expected ? 'weaker' : 'stronger' }];
}
