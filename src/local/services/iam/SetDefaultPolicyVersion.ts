import type { SetDefaultPolicyVersionRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { ownPolicyOf, versionOf } from './managed-policies.ts';

export const SetDefaultPolicyVersion: Operation<SetDefaultPolicyVersionRequest, void> = (
  { PolicyArn, VersionId },
  call,
) => {
  const policy = ownPolicyOf(call, PolicyArn);
  policy.defaultVersionId = versionOf(policy, VersionId).id;
  policy.updatedAt = call.world.clock.now();
};
