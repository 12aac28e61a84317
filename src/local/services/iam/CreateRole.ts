import type { CreateRoleRequest, CreateRoleResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { describedRole } from './describe.ts';
import {
  checkDescription,
  checkName,
  checkPath,
  checkSessionDuration,
  checkTagCount,
  refuseTakenName,
} from './entity-rules.ts';
import { putBoundary } from './policy-holders.ts';
import { iamAccount, type Role } from './store.ts';
import { tagMap } from './tags.ts';
import { checkTrustPolicy } from './trust-policy.ts';
import { uniqueId } from './unique-id.ts';

export const CreateRole: Operation<CreateRoleRequest, CreateRoleResponse> = (input, call) => {
  const role = roleOf(input, call);
  const { roles } = iamAccount(call.world, call.accountId);
  checkName('roleName', role.name, 64);
  checkPath(role.path);
  checkDescription(role.description);
  checkSessionDuration(role.maxSessionSeconds);
  checkTagCount(role.tags);
  refuseTakenName('Role', role.name, roles.keys());
  checkTrustPolicy(role.trustPolicy);
  if (input.PermissionsBoundary) putBoundary(call.world, role, input.PermissionsBoundary);
  roles.set(role.name, role);
  return { Role: describedRole(role) };
};

function roleOf(
  input: CreateRoleRequest,
  { world, partition, accountId }: Parameters<typeof CreateRole>[1],
): Role {
  const { RoleName: name = '', Path: path = '/' } = input;
  return {
    name,
    path,
    arn: `arn:${partition}:iam::${accountId}:role${path}${name}`,
    id: uniqueId('AROA'),
    createdAt: world.clock.now(),
    tags: tagMap(input.Tags),
    trustPolicy: input.AssumeRolePolicyDocument ?? '',
    policies: new Map(),
    attachedPolicies: new Set(),
    permissionsBoundary: undefined,
    description: input.Description,
    maxSessionSeconds: input.MaxSessionDuration ?? 3600,
  };
}
