import type { AccountPolicy, PolicyType } from '@aws-sdk/client-cloudwatch-logs';
import type { Call } from '../../endpoint/operation.ts';

const policies = { name: 'logs.account-policies', create: () => new Map<string, AccountPolicy>() };

/** What holds for all log groups of an account in a Region, by `keyOf`. Kept and shown; it changes no event here. */
export const accountPoliciesOf = ({ world, accountId, region }: Call): Map<string, AccountPolicy> =>
  world.store(policies, accountId, region);

export const keyOf = (type: string | undefined, name: string | undefined): string => `${type}\n${name}`;

/**
 * How many policies of a type an account may have in a Region.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html
 */
export const LIMITS = new Map<PolicyType | undefined, number>([
  ['DATA_PROTECTION_POLICY', 1],
  ['SUBSCRIPTION_FILTER_POLICY', 1],
  ['FIELD_INDEX_POLICY', 20],
  ['TRANSFORMER_POLICY', 20],
]);
