import { ServiceError } from '../../endpoint/service-error.ts';
import type { Store, World } from '../../endpoint/world.ts';

export interface User {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly createdAt: number;
  readonly tags: Map<string, string>;
  /** Inline policies by name, JSON as given. */
  readonly policies: Map<string, string>;
  /** ARNs of the managed policies attached, in the order they were. */
  readonly attachedPolicies: Set<string>;
  /** ARN of the managed policy beyond which nothing is allowed. */
  permissionsBoundary: string | undefined;
}

export interface Role {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly createdAt: number;
  readonly tags: Map<string, string>;
  /** JSON as it was given; checked when it was. */
  trustPolicy: string;
  /** Inline policies by name, JSON as given. */
  readonly policies: Map<string, string>;
  /** ARNs of the managed policies attached, in the order they were. */
  readonly attachedPolicies: Set<string>;
  /** ARN of the managed policy beyond which nothing is allowed. */
  permissionsBoundary: string | undefined;
  description: string | undefined;
  maxSessionSeconds: number;
}

/** One of up to five texts of a managed policy. */
export interface PolicyVersion {
  /** `v1` */
  readonly id: string;
  /** JSON as it was given; checked when it was. */
  readonly document: string;
  readonly createdAt: number;
}

export interface ManagedPolicy {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly description: string | undefined;
  readonly createdAt: number;
  updatedAt: number;
  readonly tags: Map<string, string>;
  /** By id, oldest first. */
  readonly versions: Map<string, PolicyVersion>;
  /** The version that counts. */
  defaultVersionId: string;
  /** Numbers are not given twice. */
  versionsMade: number;
}

interface IamAccount {
  readonly users: Map<string, User>;
  readonly roles: Map<string, Role>;
  /** The account's own managed policies by ARN. */
  readonly policies: Map<string, ManagedPolicy>;
  /** Tasks that deleted a service-linked role. */
  readonly deletionTasks: Set<string>;
}

const accounts: Store<IamAccount> = {
  name: 'iam',
  create: () => ({ users: new Map(), roles: new Map(), policies: new Map(), deletionTasks: new Set() }),
};

export const iamAccount = (world: World, accountId: string): IamAccount =>
  world.store(accounts, accountId, 'aws-global');

/** @throws ServiceError NoSuchEntity */
export function roleOf(world: World, accountId: string, roleName: string): Role {
  const role = iamAccount(world, accountId).roles.get(roleName);
  if (!role) throw noSuchEntity(`The role with name ${roleName} cannot be found.`);
  return role;
}

/**
 * A role that the account may change: not one that is linked to a service.
 * @throws ServiceError NoSuchEntity, UnmodifiableEntity
 */
export function modifiableRoleOf(world: World, accountId: string, roleName: string): Role {
  const role = roleOf(world, accountId, roleName);
  if (!isServiceLinked(role)) return role;
  const message = `Cannot perform the operation on the protected role '${role.name}' - this role is only modifiable by AWS`;
  throw new ServiceError('UnmodifiableEntityException', message);
}

export const isServiceLinked = ({ path }: Role): boolean => path.startsWith('/aws-service-role/');

/** @throws ServiceError NoSuchEntity */
export function userOf(world: World, accountId: string, userName: string): User {
  const user = iamAccount(world, accountId).users.get(userName);
  if (!user) throw noSuchEntity(`The user with name ${userName} cannot be found.`);
  return user;
}

/** The role an ARN names, whatever account it is in. */
export function findRole(world: World, roleArn: string): Role | undefined {
  const { accountId, name } = roleArnParts(roleArn);
  const role = iamAccount(world, accountId).roles.get(name);
  return role?.arn === roleArn ? role : undefined;
}

/** `arn:aws:iam::111122223333:role/path/name` */
function roleArnParts(roleArn: string): { accountId: string; name: string } {
  const [, accountId = '', name = ''] =
    /^arn:[^:]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(roleArn) ?? [];
  return { accountId, name };
}

export const noSuchEntity = (message: string) => new ServiceError('NoSuchEntityException', message, 404);
