import type { DeletePolicyVersionRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { ownPolicyOf, versionOf } from './managed-policies.ts';
import { deleteConflict } from './managed-policy-rules.ts';

export const DeletePolicyVersion: Operation<DeletePolicyVersionRequest, void> = (
  { PolicyArn, VersionId },
  call,
) => {
  const policy = ownPolicyOf(call, PolicyArn);
  const { id } = versionOf(policy, VersionId);
  if (id === policy.defaultVersionId) throw deleteConflict('Cannot delete the default version of a policy.');
  policy.versions.delete(id);
  policy.updatedAt = call.world.clock.now();
};
