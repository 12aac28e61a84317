import type { GetPolicyVersionRequest, GetPolicyVersionResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { describedVersion } from './describe-policy.ts';
import { policyOf, versionOf } from './managed-policies.ts';

export const GetPolicyVersion: Operation<GetPolicyVersionRequest, GetPolicyVersionResponse> = (
  { PolicyArn, VersionId },
  call,
) => {
  const policy = policyOf(call, PolicyArn);
  return { PolicyVersion: describedVersion(policy, versionOf(policy, VersionId)) };
};
