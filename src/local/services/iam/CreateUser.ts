import type { CreateUserRequest, CreateUserResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { describedUser } from './describe.ts';
import { checkName, checkPath, checkTagCount, refuseTakenName } from './entity-rules.ts';
import { newUser, userArn } from './new-user.ts';
import { requireAttachable } from './policy-holders.ts';
import { iamAccount } from './store.ts';
import { tagMap } from './tags.ts';

export const CreateUser: Operation<CreateUserRequest, CreateUserResponse> = (input, call) => {
  const { UserName: name = '', Path: path = '/' } = input;
  const { world, accountId, partition } = call;
  const tags = tagMap(input.Tags);
  checkName('userName', name, 64);
  checkPath(path);
  checkTagCount(tags);
  refuseTakenName('User', name, iamAccount(world, accountId).users.keys());
  const arn = userArn({ accountId, partition, name, path });
  if (input.PermissionsBoundary) requireAttachable(world, { arn }, input.PermissionsBoundary);
  const user = newUser(world, { accountId, partition, name, path });
  user.permissionsBoundary = input.PermissionsBoundary;
  for (const [key, value] of tags) user.tags.set(key, value);
  return { User: describedUser(user) };
};
