import type { World } from '../../endpoint/world.ts';
import { iamAccount, type User } from './store.ts';
import { uniqueId } from './unique-id.ts';

interface UserIdentity {
  readonly accountId: string;
  readonly partition: string;
  readonly name: string;
  readonly path: string;
}

/** Adds a user to an account. Its name must be free. */
export function newUser(world: World, { accountId, partition, name, path }: UserIdentity): User {
  const user: User = {
    name,
    path,
    arn: `arn:${partition}:iam::${accountId}:user${path}${name}`,
    id: uniqueId('AIDA'),
    createdAt: world.clock.now(),
    tags: new Map(),
    policies: new Map(),
  };
  iamAccount(world, accountId).users.set(name, user);
  return user;
}
