import type { ListPoliciesRequest, ListPoliciesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { awsManagedPolicies } from './aws-managed-policies.ts';
import { listedPolicy } from './describe-policy.ts';
import { listPage } from './list.ts';
import { countUses } from './policy-holders.ts';
import { iamAccount } from './store.ts';

export const ListPolicies: Operation<ListPoliciesRequest, ListPoliciesResponse> = (input, call) => {
  const { world, accountId, partition } = call;
  const { Scope = 'All', OnlyAttached = false, PathPrefix = '/', PolicyUsageFilter: usage } = input;
  const own = Scope === 'AWS' ? [] : [...iamAccount(world, accountId).policies.values()];
  const ofAws = Scope === 'Local' ? [] : awsManagedPolicies(partition);
  const isUsed = (arn: string) => countUses(world, accountId, arn, usage ?? 'PermissionsPolicy') > 0;
  const matching = [...own, ...ofAws]
    .filter(({ path }) => path.startsWith(PathPrefix))
    .filter(({ arn }) => (OnlyAttached || usage ? isUsed(arn) : true));
  const { items, more } = listPage(matching, input);
  return { Policies: items.map((policy) => listedPolicy(policy, world, accountId)), ...more };
};
