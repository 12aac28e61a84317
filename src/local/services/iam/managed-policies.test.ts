import type {
  GetPolicyResponse,
  GetPolicyVersionResponse,
  ListPolicyVersionsResponse,
} from '@aws-sdk/client-iam';
import { beforeEach, expect, test } from 'vitest';
import { TEST_ACCOUNT, testWorld } from '../../endpoint/test-world.ts';
import { iam } from './index.ts';

const ARN = `arn:aws:iam::${TEST_ACCOUNT}:policy/team/deliver`;
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const allow = (Action: string) => JSON.stringify({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
const trust = JSON.stringify({
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
});

let aws: ReturnType<typeof testWorld>;
const send = (operation: string, input: object = {}) => aws.send('iam', operation, input);
const create = (PolicyName = 'deliver', PolicyDocument = allow('logs:*')) =>
  send('CreatePolicy', { PolicyName, Path: '/team/', PolicyDocument });
const newVersion = (Action: string, SetAsDefault = true) =>
  send('CreatePolicyVersion', { PolicyArn: ARN, PolicyDocument: allow(Action), SetAsDefault });

beforeEach(async () => {
  aws = testWorld(iam);
  await send('CreateRole', { RoleName: 'r', AssumeRolePolicyDocument: trust });
  await send('CreateUser', { UserName: 'bob' });
});

test('a managed policy has an ARN with its path and says who uses it', async () => {
  await create();
  await send('AttachRolePolicy', { RoleName: 'r', PolicyArn: ARN });
  await send('PutUserPermissionsBoundary', { UserName: 'bob', PermissionsBoundary: ARN });
  const { Policy } = (await send('GetPolicy', { PolicyArn: ARN })) as GetPolicyResponse;
  expect(Policy).toMatchObject({
    PolicyName: 'deliver',
    Arn: ARN,
    Path: '/team/',
    PolicyId: expect.stringMatching(/^ANPA[0-9A-F]{17}$/),
    DefaultVersionId: 'v1',
    AttachmentCount: 1,
    PermissionsBoundaryUsageCount: 1,
  });
  expect(await send('ListEntitiesForPolicy', { PolicyArn: ARN })).toMatchObject({
    PolicyRoles: [{ RoleName: 'r' }],
    PolicyUsers: [{ UserName: 'bob' }],
    PolicyGroups: [],
  });
  expect(
    await send('ListEntitiesForPolicy', { PolicyArn: ARN, PolicyUsageFilter: 'PermissionsPolicy' }),
  ).toMatchObject({ PolicyRoles: [{ RoleName: 'r' }], PolicyUsers: [] });
});

test('a version that becomes the default is what the policy says', async () => {
  await create();
  await newVersion('s3:*');
  await newVersion('ec2:*', false);
  const { Versions } = (await send('ListPolicyVersions', { PolicyArn: ARN })) as ListPolicyVersionsResponse;
  expect(Versions?.map(({ VersionId, IsDefaultVersion }) => [VersionId, IsDefaultVersion])).toEqual([
    ['v3', false],
    ['v2', true],
    ['v1', false],
  ]);
  const { PolicyVersion } = (await send('GetPolicyVersion', {
    PolicyArn: ARN,
    VersionId: 'v2',
  })) as GetPolicyVersionResponse;
  expect(decodeURIComponent(PolicyVersion?.Document ?? '')).toBe(allow('s3:*'));
  await send('SetDefaultPolicyVersion', { PolicyArn: ARN, VersionId: 'v1' });
  expect(await send('GetPolicy', { PolicyArn: ARN })).toMatchObject({ Policy: { DefaultVersionId: 'v1' } });
});

test('there are five versions at most, and a number is not given twice', async () => {
  await create();
  for (const action of ['a:*', 'b:*', 'c:*', 'd:*']) await newVersion(action);
  await expect(newVersion('e:*')).rejects.toMatchObject({ code: 'LimitExceededException' });
  await send('DeletePolicyVersion', { PolicyArn: ARN, VersionId: 'v4' });
  expect(await newVersion('e:*')).toMatchObject({ PolicyVersion: { VersionId: 'v6' } });
  await expect(send('DeletePolicyVersion', { PolicyArn: ARN, VersionId: 'v6' })).rejects.toMatchObject({
    code: 'DeleteConflictException',
  });
});

test.each<[string, object, string]>([
  ['a name that is taken in another path', { Path: '/' }, 'EntityAlreadyExistsException'],
  ['no JSON', { PolicyName: 'p', PolicyDocument: '{' }, 'MalformedPolicyDocumentException'],
  [
    'over 6,144 characters',
    { PolicyName: 'p', PolicyDocument: allow(`s3:${'x'.repeat(6144)}`) },
    'LimitExceededException',
  ],
])('a policy is refused with %s', async (_what, input, code) => {
  await create();
  await expect(
    send('CreatePolicy', { PolicyName: 'deliver', PolicyDocument: allow('s3:*'), ...input }),
  ).rejects.toMatchObject({ code });
});

test('a policy is deleted with its last version, once nobody uses it', async () => {
  await create();
  await newVersion('s3:*');
  await send('AttachUserPolicy', { UserName: 'bob', PolicyArn: ARN });
  const remove = () => send('DeletePolicy', { PolicyArn: ARN });
  await expect(remove()).rejects.toThrow('attached to entities');
  await expect(send('DeleteUser', { UserName: 'bob' })).rejects.toThrow('must detach all policies');
  await send('DetachUserPolicy', { UserName: 'bob', PolicyArn: ARN });
  await expect(remove()).rejects.toThrow('more than one version');
  await send('DeletePolicyVersion', { PolicyArn: ARN, VersionId: 'v1' });
  await remove();
  await expect(send('GetPolicy', { PolicyArn: ARN })).rejects.toMatchObject({
    code: 'NoSuchEntityException',
  });
});

test("AWS's own policies can be attached and read, not changed", async () => {
  await send('AttachRolePolicy', { RoleName: 'r', PolicyArn: ADMIN });
  expect(await send('ListAttachedRolePolicies', { RoleName: 'r' })).toMatchObject({
    AttachedPolicies: [{ PolicyArn: ADMIN, PolicyName: 'AdministratorAccess' }],
  });
  await expect(send('DeletePolicy', { PolicyArn: ADMIN })).rejects.toMatchObject({ code: 'AccessDenied' });
  for (const PolicyArn of ['arn:aws:iam::aws:policy/Invented', ADMIN.replace('arn:aws:', 'arn:aws-cn:')]) {
    await expect(send('AttachRolePolicy', { RoleName: 'r', PolicyArn })).rejects.toMatchObject({
      code: 'NoSuchEntityException',
    });
  }
});

test('a role has ten attached policies at most, and keeps them until each is detached', async () => {
  for (let i = 0; i < 11; i += 1) await create(`p${i}`);
  const attach = (i: number) =>
    send('AttachRolePolicy', { RoleName: 'r', PolicyArn: `arn:aws:iam::${TEST_ACCOUNT}:policy/team/p${i}` });
  for (let i = 0; i < 10; i += 1) await attach(i);
  await attach(9);
  await expect(attach(10)).rejects.toMatchObject({ code: 'LimitExceededException' });
  await expect(send('DeleteRole', { RoleName: 'r' })).rejects.toMatchObject({
    code: 'DeleteConflictException',
  });
  const PolicyArn = `arn:aws:iam::${TEST_ACCOUNT}:policy/team/p0`;
  await send('DetachRolePolicy', { RoleName: 'r', PolicyArn });
  await expect(send('DetachRolePolicy', { RoleName: 'r', PolicyArn })).rejects.toMatchObject({
    code: 'NoSuchEntityException',
  });
});

test('a boundary is shown by GetRole, and not by ListRoles', async () => {
  await send('PutRolePermissionsBoundary', { RoleName: 'r', PermissionsBoundary: ADMIN });
  expect(await send('GetRole', { RoleName: 'r' })).toMatchObject({
    Role: { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: ADMIN } },
  });
  expect(JSON.stringify(await send('ListRoles'))).not.toContain('PermissionsBoundary');
  await send('DeleteRolePermissionsBoundary', { RoleName: 'r' });
  await expect(send('DeleteRolePermissionsBoundary', { RoleName: 'r' })).rejects.toMatchObject({
    code: 'NoSuchEntityException',
  });
});

test('lists tell own policies from those of AWS, and used ones from others', async () => {
  await create();
  await create('other');
  await send('AttachRolePolicy', { RoleName: 'r', PolicyArn: ARN });
  const names = async (input: object) => {
    const { Policies } = (await send('ListPolicies', input)) as { Policies: { PolicyName: string }[] };
    return Policies.map(({ PolicyName }) => PolicyName);
  };
  expect(await names({ Scope: 'Local' })).toEqual(['deliver', 'other']);
  expect(await names({ OnlyAttached: true })).toEqual(['deliver']);
  expect(await names({ Scope: 'AWS' })).toContain('AdministratorAccess');
});
