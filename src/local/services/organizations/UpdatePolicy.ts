import type { UpdatePolicyRequest, UpdatePolicyResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedPolicy } from './describe.ts';
import { managedOrganization } from './membership.ts';
import { changeablePolicy, checkContent, refuseTakenPolicyName } from './policies.ts';

/** What is not given stays. A new text counts at once wherever the policy is attached. */
export const UpdatePolicy: Operation<UpdatePolicyRequest, UpdatePolicyResponse> = (input, call) => {
  const organization = managedOrganization(call);
  const policy = changeablePolicy(organization, input.PolicyId);
  if (input.Name !== undefined && input.Name !== policy.name) {
    refuseTakenPolicyName(organization, input.Name, policy.type);
  }
  if (input.Content !== undefined) checkContent(input.Content);
  policy.name = input.Name ?? policy.name;
  policy.description = input.Description ?? policy.description;
  policy.content = input.Content ?? policy.content;
  return { Policy: { PolicySummary: describedPolicy(policy), Content: policy.content } };
};
