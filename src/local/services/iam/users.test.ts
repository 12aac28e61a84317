import type { CreateAccessKeyResponse, GetUserResponse, ListAccessKeysResponse } from '@aws-sdk/client-iam';
import { beforeEach, expect, test } from 'vitest';
import { TEST_ACCOUNT, testWorld } from '../../endpoint/test-world.ts';
import { addUser } from './accounts.ts';
import { iam } from './index.ts';
import { callerFor } from './sessions.ts';

let world: ReturnType<typeof testWorld>['world'];
let send: ReturnType<typeof testWorld>['send'];
beforeEach(() => {
  ({ world, send } = testWorld(iam));
});

test('a user without a name in the call is the one who calls', async () => {
  addUser(world, TEST_ACCOUNT, 'alice');
  const { User } = (await send('iam', 'GetUser')) as GetUserResponse;
  expect(User).toMatchObject({ UserName: 'alice', Arn: `arn:aws:iam::${TEST_ACCOUNT}:user/alice` });
});

test('a new access key makes its user known, a deleted one no longer', async () => {
  await send('iam', 'CreateUser', { UserName: 'bob', Path: '/team/' });
  const { AccessKey } = (await send('iam', 'CreateAccessKey', {
    UserName: 'bob',
  })) as CreateAccessKeyResponse;
  const id = AccessKey?.AccessKeyId ?? '';
  expect(callerFor(world, id)).toMatchObject({
    userName: 'bob',
    arn: `arn:aws:iam::${TEST_ACCOUNT}:user/team/bob`,
  });
  await send('iam', 'DeleteAccessKey', { UserName: 'bob', AccessKeyId: id });
  expect(callerFor(world, id)).toBeUndefined();
});

test('a user has at most two access keys', async () => {
  await send('iam', 'CreateUser', { UserName: 'bob' });
  await send('iam', 'CreateAccessKey', { UserName: 'bob' });
  await send('iam', 'CreateAccessKey', { UserName: 'bob' });
  await expect(send('iam', 'CreateAccessKey', { UserName: 'bob' })).rejects.toMatchObject({
    code: 'LimitExceededException',
  });
  const { AccessKeyMetadata } = (await send('iam', 'ListAccessKeys', {
    UserName: 'bob',
  })) as ListAccessKeysResponse;
  expect(AccessKeyMetadata).toHaveLength(2);
  expect(JSON.stringify(AccessKeyMetadata)).not.toContain('Secret');
});

test('a user with access keys cannot be deleted', async () => {
  addUser(world, TEST_ACCOUNT, 'bob');
  await expect(send('iam', 'DeleteUser', { UserName: 'bob' })).rejects.toMatchObject({
    code: 'DeleteConflictException',
  });
});

test("another account's users are not seen", async () => {
  addUser(world, '444455556666', 'mallory');
  await expect(send('iam', 'GetUser', { UserName: 'mallory' })).rejects.toMatchObject({
    code: 'NoSuchEntityException',
  });
});
