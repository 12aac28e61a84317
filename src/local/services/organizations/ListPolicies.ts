import type { ListPoliciesRequest, ListPoliciesResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedPolicy } from './describe.ts';
import { listPage } from './list-page.ts';
import { readableOrganization } from './membership.ts';
import { policyTypeOf } from './policies.ts';

export const ListPolicies: Operation<ListPoliciesRequest, ListPoliciesResponse> = (input, call) => {
  const type = policyTypeOf(input.Filter);
  const policies = [...readableOrganization(call).policies.values()].filter((policy) => policy.type === type);
  const { items, nextToken } = listPage(policies, input);
  return { Policies: items.map(describedPolicy), NextToken: nextToken };
};
