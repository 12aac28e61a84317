import type { PutRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { checkInlinePolicy } from './inline-policy.ts';
import { modifiableRoleOf } from './store.ts';

export const PutRolePolicy: Operation<PutRolePolicyRequest, void> = (
  { RoleName = '', PolicyName = '', PolicyDocument = '' },
  { world, accountId },
) => {
  const role = modifiableRoleOf(world, accountId, RoleName);
  checkInlinePolicy({ kind: 'role', ...role }, PolicyName, PolicyDocument);
  role.policies.set(PolicyName, PolicyDocument);
};
