import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import { beforeEach, expect, test } from 'vitest';
import { mallory, TEST_ACCOUNT, testWorld } from '../../endpoint/test-world.ts';
import { iam } from '../iam/index.ts';
import { callerFor } from '../iam/sessions.ts';
import { sts } from './index.ts';

const ROLE = `arn:aws:iam::${TEST_ACCOUNT}:role/team/r`;
let world: ReturnType<typeof testWorld>['world'];
let clock: ReturnType<typeof testWorld>['clock'];
let send: ReturnType<typeof testWorld>['send'];
beforeEach(() => {
  ({ world, clock, send } = testWorld(iam, sts));
});

const trusting = (AWS: string, Condition?: object) =>
  send('iam', 'CreateRole', {
    RoleName: 'r',
    Path: '/team/',
    AssumeRolePolicyDocument: JSON.stringify({
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS }, Condition }],
    }),
  });
const assume = (input: object = {}, caller?: typeof mallory) =>
  send(
    'sts',
    'AssumeRole',
    { RoleArn: ROLE, RoleSessionName: 'me', ...input },
    caller,
  ) as Promise<AssumeRoleResponse>;

test('who is trusted becomes the role for an hour', async () => {
  await trusting(TEST_ACCOUNT);
  const { Credentials, AssumedRoleUser } = await assume();
  expect(AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${TEST_ACCOUNT}:assumed-role/r/me`);
  expect(Credentials?.Expiration).toEqual(new Date(clock.now() + 3_600_000));
  expect(callerFor(world, Credentials?.AccessKeyId ?? '')).toMatchObject({
    arn: AssumedRoleUser?.Arn,
    principalId: AssumedRoleUser?.AssumedRoleId,
    sessionToken: Credentials?.SessionToken,
  });
});

test('another account must be named', async () => {
  await trusting(TEST_ACCOUNT);
  await expect(assume({}, mallory)).rejects.toMatchObject({ code: 'AccessDenied', status: 403 });
  await send('iam', 'DeleteRole', { RoleName: 'r' });
  await trusting(mallory.accountId);
  expect((await assume({}, mallory)).AssumedRoleUser?.Arn).toContain(TEST_ACCOUNT);
});

test('a role that is not there is refused like one that does not trust', async () => {
  await expect(assume()).rejects.toMatchObject({ code: 'AccessDenied' });
});

test('an external id must be the one that the role asks for', async () => {
  await trusting(TEST_ACCOUNT, { StringEquals: { 'sts:ExternalId': 'x' } });
  await expect(assume()).rejects.toMatchObject({ code: 'AccessDenied' });
  await assume({ ExternalId: 'x' });
});

test.each([
  ['longer than the role allows', { DurationSeconds: 7200 }],
  ['shorter than 15 minutes', { DurationSeconds: 60 }],
  ['under a name with a space', { RoleSessionName: 'a b' }],
])('a session %s is refused', async (_what, input) => {
  await trusting(TEST_ACCOUNT);
  await expect(assume(input)).rejects.toMatchObject({ code: 'ValidationError' });
});

test('session policies are refused by name', async () => {
  await trusting(TEST_ACCOUNT);
  await expect(assume({ Policy: '{}' })).rejects.toThrow('Policy');
});
