import type { ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { listPage } from './list.ts';
import { policyOf } from './managed-policies.ts';
import { type PolicyHolder, type PolicyUsage, usesPolicy } from './policy-holders.ts';
import { iamAccount, type Role, type User } from './store.ts';

const ALL_USES: readonly PolicyUsage[] = ['PermissionsPolicy', 'PermissionsBoundary'];

/** There are no groups here. */
export const ListEntitiesForPolicy: Operation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse> = (
  input,
  call,
) => {
  const { arn } = policyOf(call, input.PolicyArn);
  const { EntityFilter: kind, PathPrefix = '/', PolicyUsageFilter: usage } = input;
  const uses = usage ? [usage] : ALL_USES;
  const isMeant = (holder: PolicyHolder & { readonly path: string }) =>
    holder.path.startsWith(PathPrefix) && uses.some((one) => usesPolicy(holder, arn, one));
  const { users, roles } = iamAccount(call.world, call.accountId);
  const { items, more } = listPage(
    [
      ...(kind === undefined || kind === 'User' ? [...users.values()].filter(isMeant) : []),
      ...(kind === undefined || kind === 'Role' ? [...roles.values()].filter(isMeant) : []),
    ],
    input,
  );
  return {
    PolicyGroups: [],
    PolicyUsers: items
      .filter((holder) => !isRole(holder))
      .map(({ name, id }) => ({ UserName: name, UserId: id })),
    PolicyRoles: items.filter(isRole).map(({ name, id }) => ({ RoleName: name, RoleId: id })),
    ...more,
  };
};

const isRole = (holder: User | Role): holder is Role => 'trustPolicy' in holder;
