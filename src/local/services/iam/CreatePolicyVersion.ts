import type { CreatePolicyVersionRequest, CreatePolicyVersionResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { listedVersion } from './describe-policy.ts';
import { ownPolicyOf } from './managed-policies.ts';
import { checkManagedPolicy, limitExceeded, MAX_VERSIONS } from './managed-policy-rules.ts';

export const CreatePolicyVersion: Operation<CreatePolicyVersionRequest, CreatePolicyVersionResponse> = (
  { PolicyArn, PolicyDocument: document = '', SetAsDefault = false },
  call,
) => {
  const policy = ownPolicyOf(call, PolicyArn);
  checkManagedPolicy(document);
  if (policy.versions.size >= MAX_VERSIONS) {
    throw limitExceeded(
      `A managed policy can have up to ${MAX_VERSIONS} versions. Before you create a new version, you must delete an existing version.`,
    );
  }
  policy.versionsMade += 1;
  const version = { id: `v${policy.versionsMade}`, document, createdAt: call.world.clock.now() };
  policy.versions.set(version.id, version);
  policy.updatedAt = version.createdAt;
  if (SetAsDefault) policy.defaultVersionId = version.id;
  return { PolicyVersion: listedVersion(policy, version) };
};
