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
  description: string | undefined;
  maxSessionSeconds: number;
}

interface IamAccount {
  readonly users: Map<string, User>;
  readonly roles: Map<string, Role>;
}

const accounts: Store<IamAccount> = {
  name: 'iam',
  create: () => ({ users: new Map(), roles: new Map() }),
};

export const iamAccount = (world: World, accountId: string): IamAccount =>
  world.store(accounts, accountId, 'aws-global');

/** @throws ServiceError NoSuchEntity */
export function roleOf(world: World, accountId: string, roleName: string): Role {
  const role = iamAccount(world, accountId).roles.get(roleName);
  if (!role) throw noSuchEntity(`The role with name ${roleName} cannot be found.`);
  return role;
}

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
