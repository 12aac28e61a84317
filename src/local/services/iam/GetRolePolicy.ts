import type { GetRolePolicyRequest, GetRolePolicyResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { encodePolicy } from './describe.ts';
import { inlinePolicy } from './inline-policy.ts';
import { roleOf } from './store.ts';

export const GetRolePolicy: Operation<GetRolePolicyRequest, GetRolePolicyResponse> = (
  { RoleName = '', PolicyName = '' },
  { world, accountId },
) => {
  const role = roleOf(world, accountId, RoleName);
  return {
    RoleName: role.name,
    PolicyName,
    PolicyDocument: encodePolicy(inlinePolicy({ kind: 'role', ...role }, PolicyName)),
  };
};
