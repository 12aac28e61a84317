import { parseArn } from '../arn.ts';
import type { Drift } from '../drift.ts';
import type { LogGroupSettings, PartValues } from '../parts.ts';
import type { ComparedTrail } from './compared-trail.ts';

type LogGroup = PartValues['logGroup'];

export function compareLogGroup(
  expected: LogGroup,
  actual: LogGroup,
  trail: ComparedTrail,
): readonly Drift[] {
  if (!expected) return [];
  if (!actual)
    return [
      {
        path: 'logGroup',
        expected,
        actual,
        class: 'weaker',
        evidence: 'there is no such log group any more',
      },
    ];
  return [
    ...compareRetention(expected.retentionInDays, actual.retentionInDays),
    ...compareKeys(expected.kmsKeyId, actual.kmsKeyId, trail),
    ...compareProtection(expected.dataProtectionStatus, actual.dataProtectionStatus),
  ];
}

/** Without a number of days nothing expires. */
function compareRetention(expected: number | null, actual: number | null): readonly Drift[] {
  if (expected === actual) return [];
  const isShorter = (actual ?? Number.POSITIVE_INFINITY) < (expected ?? Number.POSITIVE_INFINITY);
  return [{ path: 'logGroup.retentionInDays', expected, actual, class: isShorter ? 'weaker' : 'stronger' }];
}

/**
 * Who holds the key decides who reads what arrives from now on. A first key of the own account is its owner's to judge.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
function compareKeys(
  expected: string | null,
  actual: string | null,
  { accountId }: ComparedTrail,
): readonly Drift[] {
  if (expected === actual) return [];
  const isFirstOwn = expected === null && parseArn(actual ?? '')?.accountId === accountId;
  return [{ path: 'logGroup.kmsKeyId', expected, actual, class: isFirstOwn ? 'different' : 'weaker' }];
}

/**
 * A policy masks what its readers and filters see of new events. Without one that was approved they see more: that is its owner's
 * to judge.
 * @param expected undefined: the baseline says nothing of it
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html
 */
function compareProtection(
  expected: LogGroupSettings['dataProtectionStatus'],
  actual: LogGroupSettings['dataProtectionStatus'] = null,
): readonly Drift[] {
  if (expected === undefined || expected === actual) return [];
  const isMasked = actual !== null;
  return [
    {
      path: 'logGroup.dataProtectionStatus',
      expected,
      actual,
      class: isMasked ? 'weaker' : 'different',
      evidence: isMasked
        ? 'a data protection policy masks its events'
        : 'it has no data protection policy any more',
    },
  ];
}
