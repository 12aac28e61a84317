import type { World } from '../../endpoint/world.ts';
import { issueKey } from './access-keys.ts';
import { newUser } from './new-user.ts';
import { iamAccount } from './store.ts';

interface UserWithKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly arn: string;
}

const ADMINISTRATOR = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

/** Gives an administrator an access key and makes the user first where there is none of that name. */
export function addUser(world: World, accountId: string, userName: string, partition = 'aws'): UserWithKey {
  const user =
    iamAccount(world, accountId).users.get(userName) ??
    newUser(world, { accountId, partition, name: userName, path: '/' });
  user.policies.set('AdministratorAccess', ADMINISTRATOR);
  const owner = { type: 'user', name: user.name, id: user.id } as const;
  const { accessKeyId, secretAccessKey } = issueKey(world, { accountId, owner });
  return { accessKeyId, secretAccessKey, arn: user.arn };
}
