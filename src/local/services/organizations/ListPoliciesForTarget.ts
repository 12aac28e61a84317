import type {
  ListPoliciesForTargetRequest,
  ListPoliciesForTargetResponse,
} from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedPolicy } from './describe.ts';
import { listPage } from './list-page.ts';
import { readableOrganization } from './membership.ts';
import { attachedTo, policyOf, policyTypeOf } from './policies.ts';
import { targetOf } from './targets.ts';

/** Lists what is attached to the target itself, not what it inherits. */
export const ListPoliciesForTarget: Operation<ListPoliciesForTargetRequest, ListPoliciesForTargetResponse> = (
  input,
  call,
) => {
  const organization = readableOrganization(call);
  policyTypeOf(input.Filter);
  const { id } = targetOf(organization, input.TargetId);
  const policies = [...attachedTo(organization, id)].map((policyId) => policyOf(organization, policyId));
  const { items, nextToken } = listPage(policies, input);
  return { Policies: items.map(describedPolicy), NextToken: nextToken };
};
