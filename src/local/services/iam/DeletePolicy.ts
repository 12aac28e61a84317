import type { DeletePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { ownPolicyOf } from './managed-policies.ts';
import { deleteConflict } from './managed-policy-rules.ts';
import { countUses } from './policy-holders.ts';
import { iamAccount } from './store.ts';

/** Its last version goes with it; others, and whoever still uses it, keep it. */
export const DeletePolicy: Operation<DeletePolicyRequest, void> = ({ PolicyArn }, call) => {
  const { world, accountId } = call;
  const { arn, versions } = ownPolicyOf(call, PolicyArn);
  const uses =
    countUses(world, accountId, arn, 'PermissionsPolicy') +
    countUses(world, accountId, arn, 'PermissionsBoundary');
  if (uses > 0) throw deleteConflict('Cannot delete a policy attached to entities.');
  if (versions.size > 1) {
    throw deleteConflict(
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    );
  }
  iamAccount(world, accountId).policies.delete(arn);
};
