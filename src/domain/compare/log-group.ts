import { parseArn } from '../arn.ts';
import { canonicalProtection, protectionOf } from '../canonical/log-group.ts';
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
    ...compareProtection(expected, actual),
    ...compareInherited(expected.inheritedProperties, actual.inheritedProperties),
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
 * A policy masks what readers and filters see of new events. Without one that was approved others see more than they should; where
 * the policy itself is in no baseline that is its owner's to judge, since nobody can put it back.
 * @param expected a field that is left out: the baseline says nothing of it
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html
 */
function compareProtection(expected: LogGroupSettings, actual: LogGroupSettings): readonly Drift[] {
  const status = { expected: protectionOf(expected), actual: protectionOf(actual) ?? null };
  if (status.expected === undefined) return [];
  if (status.expected === status.actual) return comparePolicies(expected, actual);
  const isMasked = status.actual !== null;
  return [
    {
      path: 'logGroup.dataProtectionStatus',
      expected: status.expected,
      actual: status.actual,
      class: isMasked || expected.dataProtectionPolicy ? 'weaker' : 'different',
      evidence: isMasked
        ? 'a data protection policy masks its events'
        : 'it has no data protection policy any more',
    },
  ];
}

/** Whether another policy masks more, or less, no text of it tells for certain. */
function comparePolicies(
  { dataProtectionPolicy: expected = null }: LogGroupSettings,
  { dataProtectionPolicy: actual = null }: LogGroupSettings,
): readonly Drift[] {
  if (expected === null || textOf(expected) === textOf(actual)) return [];
  const evidence = 'another data protection policy masks its events';
  return [{ path: 'logGroup.dataProtectionPolicy', expected, actual, class: 'weaker', evidence }];
}

const textOf = (policy: unknown): string => JSON.stringify(canonicalProtection(policy));

/** What an account-wide policy does to the group, no call on the group undoes. */
function compareInherited(
  expected: readonly string[] | undefined,
  actual: readonly string[] = [],
): readonly Drift[] {
  const added = actual.filter((property) => !expected?.includes(property));
  const removed = expected?.filter((property) => !actual.includes(property)) ?? [];
  if (expected === undefined || added.length + removed.length === 0) return [];
  const isMasked = added.length > 0;
  return [
    {
      path: 'logGroup.inheritedProperties',
      expected,
      actual,
      class: isMasked ? 'weaker' : 'different',
      evidence: isMasked
        ? 'a policy of the whole account masks its events'
        : 'a policy of the whole account no longer masks its events',
    },
  ];
}
