import { canonicalTransformer } from '../canonical/log-group.ts';
import type { Drift } from '../drift.ts';
import type { PartValues } from '../parts.ts';

type LogGroupTransformer = PartValues['logGroup.transformer'];

/**
 * Queries, and the filters that ask for it, see an event as it left the transformer: under other names, with other values, or without
 * some. What reads it that way was made for the form that was approved, so any other one is a loss.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation.html
 */
export function compareTransformer(
  expected: LogGroupTransformer,
  actual: LogGroupTransformer,
): readonly Drift[] {
  if (textOf(expected) === textOf(actual)) return [];
  const evidence = actual
    ? `${expected ? 'another' : 'a'} transformer gives its events another form`
    : 'it has no transformer any more';
  return [{ path: 'logGroup.transformer', expected, actual, class: 'weaker', evidence }];
}

/**
 * A flag that is off may be told or left out.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_AddKeyEntry.html
 */
const textOf = (transformer: LogGroupTransformer): string =>
  JSON.stringify(canonicalTransformer(transformer), (_, value) => (value === false ? undefined : value));
