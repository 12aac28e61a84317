import type {
  AccountPolicy,
  PutAccountPolicyRequest,
  PutAccountPolicyResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { accountPoliciesOf, keyOf, LIMITS } from './account-policies.ts';
import { checkDataProtection } from './data-protection.ts';
import { limitExceeded } from './filter-name.ts';
import { invalidParameter } from './groups.ts';

export const PutAccountPolicy: Operation<PutAccountPolicyRequest, PutAccountPolicyResponse> = (
  input,
  call,
) => {
  check(input);
  const { policyName, policyType } = input;
  const policies = accountPoliciesOf(call);
  const key = keyOf(policyType, policyName);
  const ofType = [...policies.values()].filter((other) => other.policyType === policyType).length;
  if (!policies.has(key) && ofType >= (LIMITS.get(policyType) ?? 0)) throw limitExceeded();
  const accountPolicy: AccountPolicy = {
    policyName,
    policyDocument: input.policyDocument,
    lastUpdatedTime: call.world.clock.now(),
    policyType,
    scope: input.scope ?? 'ALL',
    selectionCriteria: input.selectionCriteria,
    accountId: call.accountId,
  };
  policies.set(key, accountPolicy);
  return { accountPolicy };
};

function check({ policyName = '', policyType, policyDocument = '' }: PutAccountPolicyRequest): void {
  if (policyName === '') throw invalidParameter('A policy needs a name.');
  if (!LIMITS.has(policyType)) throw unsupported(`account policies of the type ${policyType}`);
  if (policyType === 'DATA_PROTECTION_POLICY') checkDataProtection(policyDocument);
  else if (!isObject(policyDocument)) throw invalidParameter('Invalid policy document.');
  const isSubscription = policyType === 'SUBSCRIPTION_FILTER_POLICY';
  if (isSubscription && !JSON.parse(policyDocument).DestinationArn) {
    throw invalidParameter('DestinationArn is required in a subscription filter policy.');
  }
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
