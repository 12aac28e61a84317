import type { PutResourcePolicyRequest, PutResourcePolicyResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { statementsOf } from '../s3/resource-policy.ts';
import { limitExceeded } from './filter-name.ts';
import { invalidParameter } from './groups.ts';
import { resourcePoliciesOf } from './resource-policies.ts';

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html */
const MAX_POLICIES = 10;
const MAX_CHARACTERS = 5120;

/** Policies of the account alone: those of single resources are not served. */
export const PutResourcePolicy: Operation<PutResourcePolicyRequest, PutResourcePolicyResponse> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'resourceArn', 'expectedRevisionId');
  const { policyName = '', policyDocument = '' } = input;
  if (policyName === '') throw invalidParameter('A policy needs a name.');
  if (policyDocument.length > MAX_CHARACTERS) throw invalidParameter('The policy document is too long.');
  statementsOf(policyDocument, 'InvalidParameterException');
  const policies = resourcePoliciesOf(call.world, call.accountId, call.region);
  if (!policies.has(policyName) && policies.size >= MAX_POLICIES) throw limitExceeded();
  const resourcePolicy = {
    policyName,
    policyDocument,
    lastUpdatedTime: call.world.clock.now(),
    policyScope: 'ACCOUNT' as const,
  };
  policies.set(policyName, resourcePolicy);
  return { resourcePolicy };
};
