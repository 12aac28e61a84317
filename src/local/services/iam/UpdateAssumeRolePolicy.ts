import type { UpdateAssumeRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { modifiableRoleOf } from './store.ts';
import { checkTrustPolicy } from './trust-policy.ts';

export const UpdateAssumeRolePolicy: Operation<UpdateAssumeRolePolicyRequest, void> = (
  { RoleName = '', PolicyDocument = '' },
  { world, accountId },
) => {
  const role = modifiableRoleOf(world, accountId, RoleName);
  checkTrustPolicy(PolicyDocument);
  role.trustPolicy = PolicyDocument;
};
