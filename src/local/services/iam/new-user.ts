import type { World } from '../../endpoint/world.ts';
import { iamAccount, type User } from './store.ts';
import { uniqueId } from './unique-id.ts';

interface UserIdentity {
  readonly accountId: string;
  readonly partition: string;
  readonly name: string;
  readonly path: string;
}

export const userArn = ({ accountId, partition, name, path }: UserIdentity): string =>
  `arn:${partition}:iam::${accountId}:user${path}${name}`;

/** Adds a user to an account. Its name must be free. */
export function newUser(world: World, identity: UserIdentity): User {
  const { accountId, name, path } = identity;
  const user: User = {
    name,
    path,
    arn: userArn(identity),
    id: uniqueId('AIDA'),
    createdAt: world.clock.now(),
    tags: new Map(),
    policies: new Map(),
    attachedPolicies: new Set(),
    permissionsBoundary: undefined,
  };
  iamAccount(world, accountId).users.set(name, user);
  return user;
}
