import type { Service } from '../../endpoint/operation.ts';
import { AcceptHandshake } from './AcceptHandshake.ts';
import { AttachPolicy } from './AttachPolicy.ts';
import { CloseAccount } from './CloseAccount.ts';
import { CreateAccount } from './CreateAccount.ts';
import { CreateOrganization } from './CreateOrganization.ts';
import { CreateOrganizationalUnit } from './CreateOrganizationalUnit.ts';
import { CreatePolicy } from './CreatePolicy.ts';
import { DeclineHandshake } from './DeclineHandshake.ts';
import { DeleteOrganization } from './DeleteOrganization.ts';
import { DeleteOrganizationalUnit } from './DeleteOrganizationalUnit.ts';
import { DeletePolicy } from './DeletePolicy.ts';
import { DeregisterDelegatedAdministrator } from './DeregisterDelegatedAdministrator.ts';
import { DescribeAccount } from './DescribeAccount.ts';
import { DescribeCreateAccountStatus } from './DescribeCreateAccountStatus.ts';
import { DescribeHandshake } from './DescribeHandshake.ts';
import { DescribeOrganization } from './DescribeOrganization.ts';
import { DescribeOrganizationalUnit } from './DescribeOrganizationalUnit.ts';
import { DescribePolicy } from './DescribePolicy.ts';
import { DetachPolicy } from './DetachPolicy.ts';
import { DisableAWSServiceAccess } from './DisableAWSServiceAccess.ts';
import { DisablePolicyType } from './DisablePolicyType.ts';
import { EnableAWSServiceAccess } from './EnableAWSServiceAccess.ts';
import { EnablePolicyType } from './EnablePolicyType.ts';
import { InviteAccountToOrganization } from './InviteAccountToOrganization.ts';
import { LeaveOrganization } from './LeaveOrganization.ts';
import { ListAccounts } from './ListAccounts.ts';
import { ListAccountsForParent } from './ListAccountsForParent.ts';
import { ListAWSServiceAccessForOrganization } from './ListAWSServiceAccessForOrganization.ts';
import { ListChildren } from './ListChildren.ts';
import { ListDelegatedAdministrators } from './ListDelegatedAdministrators.ts';
import { ListDelegatedServicesForAccount } from './ListDelegatedServicesForAccount.ts';
import { ListHandshakesForAccount } from './ListHandshakesForAccount.ts';
import { ListOrganizationalUnitsForParent } from './ListOrganizationalUnitsForParent.ts';
import { ListParents } from './ListParents.ts';
import { ListPolicies } from './ListPolicies.ts';
import { ListPoliciesForTarget } from './ListPoliciesForTarget.ts';
import { ListRoots } from './ListRoots.ts';
import { ListTargetsForPolicy } from './ListTargetsForPolicy.ts';
import { MoveAccount } from './MoveAccount.ts';
import { RegisterDelegatedAdministrator } from './RegisterDelegatedAdministrator.ts';
import { RemoveAccountFromOrganization } from './RemoveAccountFromOrganization.ts';
import { guardServiceControl } from './service-control.ts';
import { UpdatePolicy } from './UpdatePolicy.ts';

/** Organizations: accounts, who administers what, and the policies that bind member accounts. */
export const organizations: Service = {
  name: 'organizations',
  operations: {
    AcceptHandshake,
    AttachPolicy,
    CloseAccount,
    CreateAccount,
    CreateOrganization,
    CreateOrganizationalUnit,
    CreatePolicy,
    DeclineHandshake,
    DeleteOrganization,
    DeleteOrganizationalUnit,
    DeletePolicy,
    DeregisterDelegatedAdministrator,
    DescribeAccount,
    DescribeCreateAccountStatus,
    DescribeHandshake,
    DescribeOrganization,
    DescribeOrganizationalUnit,
    DescribePolicy,
    DetachPolicy,
    DisableAWSServiceAccess,
    DisablePolicyType,
    EnableAWSServiceAccess,
    EnablePolicyType,
    InviteAccountToOrganization,
    LeaveOrganization,
    ListAWSServiceAccessForOrganization,
    ListAccounts,
    ListAccountsForParent,
    ListChildren,
    ListDelegatedAdministrators,
    ListDelegatedServicesForAccount,
    ListHandshakesForAccount,
    ListOrganizationalUnitsForParent,
    ListParents,
    ListPolicies,
    ListPoliciesForTarget,
    ListRoots,
    ListTargetsForPolicy,
    MoveAccount,
    RegisterDelegatedAdministrator,
    RemoveAccountFromOrganization,
    UpdatePolicy,
  },
  start(world) {
    world.guards.push(guardServiceControl);
  },
};
