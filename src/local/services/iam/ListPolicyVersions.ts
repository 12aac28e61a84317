import type { ListPolicyVersionsRequest, ListPolicyVersionsResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { listedVersion } from './describe-policy.ts';
import { listPage } from './list.ts';
import { policyOf } from './managed-policies.ts';

/** Newest first. */
export const ListPolicyVersions: Operation<ListPolicyVersionsRequest, ListPolicyVersionsResponse> = (
  input,
  call,
) => {
  const policy = policyOf(call, input.PolicyArn);
  const { items, more } = listPage([...policy.versions.values()].reverse(), input);
  return { Versions: items.map((version) => listedVersion(policy, version)), ...more };
};
