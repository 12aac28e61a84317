import type {
  PermissionsBoundaryAttachmentType,
  Role as RoleOutput,
  User as UserOutput,
} from '@aws-sdk/client-iam';
import type { Role, User } from './store.ts';
import { tagList } from './tags.ts';

/** A role as lists show it: without its tags. */
export const listedRole = (role: Role): RoleOutput => ({
  Path: role.path,
  RoleName: role.name,
  RoleId: role.id,
  Arn: role.arn,
  CreateDate: new Date(role.createdAt),
  AssumeRolePolicyDocument: encodePolicy(role.trustPolicy),
  ...(role.description !== undefined && { Description: role.description }),
  MaxSessionDuration: role.maxSessionSeconds,
});

export const describedRole = (role: Role): RoleOutput => ({
  ...listedRole(role),
  ...boundaryOf(role),
  ...(role.tags.size > 0 && { Tags: tagList(role.tags) }),
});

export const describedUser = (user: User): UserOutput => ({
  Path: user.path,
  UserName: user.name,
  UserId: user.id,
  Arn: user.arn,
  CreateDate: new Date(user.createdAt),
  ...boundaryOf(user),
  ...(user.tags.size > 0 && { Tags: tagList(user.tags) }),
});

/** The type reads `Policy` on the wire, whatever the SDK's enumeration calls it. */
const boundaryOf = ({ permissionsBoundary: arn }: Role | User): Pick<RoleOutput, 'PermissionsBoundary'> =>
  arn === undefined
    ? {}
    : {
        PermissionsBoundary: {
          PermissionsBoundaryType: 'Policy' as PermissionsBoundaryAttachmentType,
          PermissionsBoundaryArn: arn,
        },
      };

/**
 * IAM gives policies URL-encoded, as RFC 3986 says it.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html
 */
export const encodePolicy = (policy: string): string => encodeURIComponent(policy);
