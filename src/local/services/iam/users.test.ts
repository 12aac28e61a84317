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

test('a user with inline policies cannot be deleted, and has at most 2,048 characters of them', async () => {
  await send('iam', 'CreateUser', { UserName: 'bob' });
  const put = (Sid: string) =>
    send('iam', 'PutUserPolicy', {
      UserName: 'bob',
      PolicyName: 'p',
      PolicyDocument: JSON.stringify({ Statement: { Sid, Effect: 'Deny', Action: '*', Resource: '*' } }),
    });
  await put('a');
  await expect(put('a'.repeat(2048))).rejects.toMatchObject({ code: 'LimitExceededException' });
  expect(await send('iam', 'ListUserPolicies', { UserName: 'bob' })).toMatchObject({ PolicyNames: ['p'] });
  expect(await send('iam', 'GetUserPolicy', { UserName: 'bob', PolicyName: 'p' })).toMatchObject({
    PolicyDocument: expect.stringContaining('%22Sid%22%3A%22a%22'),
  });
  await expect(send('iam', 'DeleteUser', { UserName: 'bob' })).rejects.toMatchObject({
    code: 'DeleteConflictException',
  });
  await send('iam', 'DeleteUserPolicy', { UserName: 'bob', PolicyName: 'p' });
  await expect(send('iam', 'GetUserPolicy', { UserName: 'bob', PolicyName: 'p' })).rejects.toMatchObject({
    code: 'NoSuchEntityException',
  });
  await send('iam', 'DeleteUser', { UserName: 'bob' });
});

test.each([
  'ListAttachedUserPolicies',
  'ListGroupsForUser',
  'ListMFADevices',
  'ListSSHPublicKeys',
  'ListServiceSpecificCredentials',
  'ListSigningCertificates',
])('%s is empty for a user, and refused for nobody', async (operation) => {
  await send('iam', 'CreateUser', { UserName: 'bob' });
  const lists = Object.values((await send('iam', operation, { UserName: 'bob' })) as object);
  expect(lists).toContainEqual([]);
  await expect(send('iam', operation, { UserName: 'nobody' })).rejects.toMatchObject({
    code: 'NoSuchEntityException',
  });
});

test("another account's users are not seen", async () => {
  addUser(world, '444455556666', 'mallory');
  await expect(send('iam', 'GetUser', { UserName: 'mallory' })).rejects.toMatchObject({
    code: 'NoSuchEntityException',
  });
});
