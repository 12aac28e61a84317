import type { CreatePolicyRequest, CreatePolicyResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { policyArn } from './arns.ts';
import { describedPolicy } from './describe.ts';
import { managedOrganization } from './membership.ts';
import { checkContent, policyTypeOf, refuseTakenPolicyName } from './policies.ts';
import { randomId } from './random-id.ts';

/** Makes a policy that binds nobody until it is attached. */
export const CreatePolicy: Operation<CreatePolicyRequest, CreatePolicyResponse> = (input, call) => {
  refuseUnsupported(input, 'Tags');
  const organization = managedOrganization(call);
  const type = policyTypeOf(input.Type);
  const { Name: name = '', Description: description = '', Content: content = '' } = input;
  refuseTakenPolicyName(organization, name, type);
  checkContent(content);
  const id = randomId('p-', 8);
  const arn = policyArn(organization, type, id);
  const policy = { id, arn, type, isAwsManaged: false, name, description, content };
  organization.policies.set(id, policy);
  return { Policy: { PolicySummary: describedPolicy(policy), Content: content } };
};
