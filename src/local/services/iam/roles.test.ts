import type {
  GetRolePolicyResponse,
  GetRoleResponse,
  ListRolePoliciesResponse,
  ListRolesResponse,
} from '@aws-sdk/client-iam';
import { beforeEach, expect, test } from 'vitest';
import { TEST_ACCOUNT, testWorld } from '../../endpoint/test-world.ts';
import { iam } from './index.ts';

const trust = JSON.stringify({
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
});
const policy = (action = 's3:GetObject') =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });

let send: ReturnType<typeof testWorld>['send'];
let clock: ReturnType<typeof testWorld>['clock'];
beforeEach(() => {
  ({ send, clock } = testWorld(iam));
});

const create = (input: object = {}) =>
  send('iam', 'CreateRole', { RoleName: 'r', AssumeRolePolicyDocument: trust, ...input });
const put = (PolicyName: string, PolicyDocument: string) =>
  send('iam', 'PutRolePolicy', { RoleName: 'r', PolicyName, PolicyDocument });

test('a role has an ARN with its path, and gives its policy URL-encoded', async () => {
  await create({ Path: '/team/', Description: 'd', Tags: [{ Key: 'a', Value: 'b' }] });
  const { Role } = (await send('iam', 'GetRole', { RoleName: 'r' })) as GetRoleResponse;
  expect(Role).toEqual({
    RoleName: 'r',
    Path: '/team/',
    Arn: `arn:aws:iam::${TEST_ACCOUNT}:role/team/r`,
    RoleId: expect.stringMatching(/^AROA[0-9A-F]{17}$/),
    CreateDate: new Date(clock.now()),
    AssumeRolePolicyDocument: encodeURIComponent(trust),
    Description: 'd',
    MaxSessionDuration: 3600,
    Tags: [{ Key: 'a', Value: 'b' }],
  });
});

test.each([
  ['a name with a space', { RoleName: 'a b' }, 'ValidationError'],
  ['a name of 65 characters', { RoleName: 'x'.repeat(65) }, 'ValidationError'],
  ['a path without a slash', { Path: 'team' }, 'ValidationError'],
  ['a session of 13 hours', { MaxSessionDuration: 46_800 }, 'ValidationError'],
  [
    '51 tags',
    { Tags: Array.from({ length: 51 }, (_, at) => ({ Key: `${at}`, Value: '' })) },
    'LimitExceededException',
  ],
  ['a trust policy that is none', { AssumeRolePolicyDocument: policy() }, 'MalformedPolicyDocumentException'],
  [
    'a trust policy of over 2,048 characters',
    { AssumeRolePolicyDocument: longTrust() },
    'LimitExceededException',
  ],
  [
    'a permissions boundary that does not exist',
    { PermissionsBoundary: 'arn:aws:iam::aws:policy/x' },
    'NoSuchEntityException',
  ],
])('%s is refused', async (_what, input, code) => {
  await expect(create(input)).rejects.toMatchObject({ code });
});

function longTrust(): string {
  const Service = Array.from({ length: 60 }, (_, at) => `service-number-${at}-of-many.amazonaws.com`);
  return JSON.stringify({
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } }],
  });
}

test('names are unique without regard to case', async () => {
  await create();
  await expect(create({ RoleName: 'R' })).rejects.toMatchObject({
    code: 'EntityAlreadyExistsException',
    status: 409,
  });
});

test('an inline policy can be put, read, replaced and deleted', async () => {
  await create();
  await put('p', policy());
  await put('p', policy('s3:PutObject'));
  const names = (await send('iam', 'ListRolePolicies', { RoleName: 'r' })) as ListRolePoliciesResponse;
  expect(names).toEqual({ PolicyNames: ['p'], IsTruncated: false });
  const got = (await send('iam', 'GetRolePolicy', {
    RoleName: 'r',
    PolicyName: 'p',
  })) as GetRolePolicyResponse;
  expect(decodeURIComponent(got.PolicyDocument ?? '')).toBe(policy('s3:PutObject'));
  await send('iam', 'DeleteRolePolicy', { RoleName: 'r', PolicyName: 'p' });
  await expect(send('iam', 'GetRolePolicy', { RoleName: 'r', PolicyName: 'p' })).rejects.toMatchObject({
    code: 'NoSuchEntityException',
  });
});

test("a role's inline policies have 10,240 characters together, white space not counted", async () => {
  await create();
  await put('a', policy(`s3:${'x'.repeat(5000)}`));
  await put('b', `${policy()}${' '.repeat(20_000)}`);
  await expect(put('c', policy(`s3:${'x'.repeat(5200)}`))).rejects.toMatchObject({
    code: 'LimitExceededException',
    message: 'Maximum policy size of 10240 bytes exceeded for role r',
  });
  await put('a', policy(`s3:${'x'.repeat(5200)}`));
});

test('a role that has policies cannot be deleted', async () => {
  await create();
  await put('p', policy());
  await expect(send('iam', 'DeleteRole', { RoleName: 'r' })).rejects.toMatchObject({
    code: 'DeleteConflictException',
  });
});

test('tags, trust policy, description and session length can be changed', async () => {
  await create({ Tags: [{ Key: 'a', Value: '1' }] });
  await send('iam', 'TagRole', { RoleName: 'r', Tags: [{ Key: 'b', Value: '2' }] });
  await send('iam', 'UntagRole', { RoleName: 'r', TagKeys: ['a'] });
  await send('iam', 'UpdateRole', { RoleName: 'r', Description: 'new', MaxSessionDuration: 7200 });
  const other = trust.replace('lambda', 'events');
  await send('iam', 'UpdateAssumeRolePolicy', { RoleName: 'r', PolicyDocument: other });
  const { Role } = (await send('iam', 'GetRole', { RoleName: 'r' })) as GetRoleResponse;
  expect(Role).toMatchObject({
    Description: 'new',
    MaxSessionDuration: 7200,
    Tags: [{ Key: 'b', Value: '2' }],
  });
  expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(other);
});

test('lists come in pages', async () => {
  for (const RoleName of ['a', 'b', 'c']) await create({ RoleName });
  const first = (await send('iam', 'ListRoles', { MaxItems: 2 })) as ListRolesResponse;
  expect(first.Roles?.map(({ RoleName }) => RoleName)).toEqual(['a', 'b']);
  const rest = (await send('iam', 'ListRoles', { Marker: first.Marker })) as ListRolesResponse;
  expect(rest).toMatchObject({ Roles: [{ RoleName: 'c' }], IsTruncated: false });
});

test('a service-linked role is made once and belongs to AWS', async () => {
  const input = { AWSServiceName: 'cloudtrail.amazonaws.com' };
  await send('iam', 'CreateServiceLinkedRole', input);
  await expect(send('iam', 'CreateServiceLinkedRole', input)).rejects.toMatchObject({
    code: 'InvalidInputException',
  });
  await expect(send('iam', 'DeleteRole', { RoleName: 'AWSServiceRoleForCloudTrail' })).rejects.toMatchObject({
    code: 'UnmodifiableEntityException',
  });
  await expect(
    send('iam', 'CreateServiceLinkedRole', { AWSServiceName: 'unknown.amazonaws.com' }),
  ).rejects.toThrow('unknown.amazonaws.com');
});

test('a service-linked role is deleted by a task, which leaves other roles alone', async () => {
  await create();
  await send('iam', 'CreateServiceLinkedRole', { AWSServiceName: 'cloudtrail.amazonaws.com' });
  const RoleName = 'AWSServiceRoleForCloudTrail';
  const task = (await send('iam', 'DeleteServiceLinkedRole', { RoleName })) as { DeletionTaskId: string };
  expect(task.DeletionTaskId).toMatch(
    /^task\/aws-service-role\/cloudtrail\.amazonaws\.com\/AWSServiceRoleForCloudTrail\/./,
  );
  expect(await send('iam', 'GetServiceLinkedRoleDeletionStatus', task)).toEqual({ Status: 'SUCCEEDED' });
  for (const gone of [RoleName, 'r']) {
    await expect(send('iam', 'DeleteServiceLinkedRole', { RoleName: gone })).rejects.toMatchObject({
      code: 'NoSuchEntityException',
    });
  }
  await send('iam', 'CreateServiceLinkedRole', { AWSServiceName: 'cloudtrail.amazonaws.com' });
});

test.each<[string, object]>([
  ['AttachRolePolicy', { PolicyArn: 'arn:aws:iam::aws:policy/AWSDenyAll' }],
  ['PutRolePermissionsBoundary', { PermissionsBoundary: 'arn:aws:iam::aws:policy/AWSDenyAll' }],
  ['PutRolePolicy', { PolicyName: 'p', PolicyDocument: policy() }],
  ['UpdateAssumeRolePolicy', { PolicyDocument: trust }],
])("%s is refused for a service's own role", async (operation, input) => {
  await send('iam', 'CreateServiceLinkedRole', { AWSServiceName: 'cloudtrail.amazonaws.com' });
  const change = send('iam', operation, { RoleName: 'AWSServiceRoleForCloudTrail', ...input });
  await expect(change).rejects.toMatchObject({ code: 'UnmodifiableEntityException' });
});
