import type { Service } from '../../endpoint/operation.ts';
import { AttachRolePolicy } from './AttachRolePolicy.ts';
import { authorize } from './authorize.ts';
import { CreateAccessKey } from './CreateAccessKey.ts';
import { CreateRole } from './CreateRole.ts';
import { CreateServiceLinkedRole } from './CreateServiceLinkedRole.ts';
import { CreateUser } from './CreateUser.ts';
import { DeleteAccessKey } from './DeleteAccessKey.ts';
import { DeleteRole } from './DeleteRole.ts';
import { DeleteRolePolicy } from './DeleteRolePolicy.ts';
import { DeleteUser } from './DeleteUser.ts';
import { DeleteUserPolicy } from './DeleteUserPolicy.ts';
import { DetachRolePolicy } from './DetachRolePolicy.ts';
import { GetRole } from './GetRole.ts';
import { GetRolePolicy } from './GetRolePolicy.ts';
import { GetUser } from './GetUser.ts';
import { GetUserPolicy } from './GetUserPolicy.ts';
import { ListAccessKeys } from './ListAccessKeys.ts';
import { ListAttachedRolePolicies } from './ListAttachedRolePolicies.ts';
import { ListInstanceProfilesForRole } from './ListInstanceProfilesForRole.ts';
import { ListRolePolicies } from './ListRolePolicies.ts';
import { ListRoles } from './ListRoles.ts';
import { ListRoleTags } from './ListRoleTags.ts';
import { ListUserPolicies } from './ListUserPolicies.ts';
import { ListUsers } from './ListUsers.ts';
import { PutRolePolicy } from './PutRolePolicy.ts';
import { PutUserPolicy } from './PutUserPolicy.ts';
import { TagRole } from './TagRole.ts';
import { UntagRole } from './UntagRole.ts';
import { UpdateAssumeRolePolicy } from './UpdateAssumeRolePolicy.ts';
import { UpdateRole } from './UpdateRole.ts';
import { UpdateRoleDescription } from './UpdateRoleDescription.ts';
import {
  DeleteLoginProfile,
  ListAttachedUserPolicies,
  ListGroupsForUser,
  ListMFADevices,
  ListServiceSpecificCredentials,
  ListSigningCertificates,
  ListSSHPublicKeys,
  ListVirtualMFADevices,
} from './what-users-lack.ts';

export const iam: Service = {
  name: 'iam',
  operations: {
    AttachRolePolicy,
    CreateAccessKey,
    CreateRole,
    CreateServiceLinkedRole,
    CreateUser,
    DeleteAccessKey,
    DeleteLoginProfile,
    DeleteRole,
    DeleteRolePolicy,
    DeleteUser,
    DeleteUserPolicy,
    DetachRolePolicy,
    GetRole,
    GetRolePolicy,
    GetUser,
    GetUserPolicy,
    ListAccessKeys,
    ListAttachedRolePolicies,
    ListAttachedUserPolicies,
    ListGroupsForUser,
    ListInstanceProfilesForRole,
    ListMFADevices,
    ListRolePolicies,
    ListRoleTags,
    ListRoles,
    ListSSHPublicKeys,
    ListServiceSpecificCredentials,
    ListSigningCertificates,
    ListUserPolicies,
    ListUsers,
    ListVirtualMFADevices,
    PutRolePolicy,
    PutUserPolicy,
    TagRole,
    UntagRole,
    UpdateAssumeRolePolicy,
    UpdateRole,
    UpdateRoleDescription,
  },
  start: (world) => {
    world.guards.push(authorize);
  },
};
