import type { CreateAccessKeyResponse } from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import type { Caller } from '../../endpoint/caller.ts';
import type { Service } from '../../endpoint/operation.ts';
import { TEST_ACCOUNT, testWorld } from '../../endpoint/test-world.ts';
import { addUser } from './accounts.ts';
import { isAllowed } from './authorize.ts';
import { iam } from './index.ts';
import { callerFor, sessionForRole } from './sessions.ts';

const done = () => ({});
const service = (name: string, ...operations: string[]): Service => ({
  name,
  operations: Object.fromEntries(operations.map((operation) => [operation, done])),
});
const services = [
  iam,
  service('cloudtrail', 'StartLogging', 'StopLogging', 'UpdateTrail', 'DescribeTrails'),
  service('sns', 'Publish'),
  service('ec2', 'DeleteFlowLogs'),
  service('monitoring', 'PutMetricData'),
  service('dynamodb', 'TransactWriteItems'),
  service('sts', 'GetCallerIdentity'),
];

const TRAIL = `arn:aws:cloudtrail:us-east-1:${TEST_ACCOUNT}:trail/t`;
const ROLE = `arn:aws:iam::${TEST_ACCOUNT}:role/guard`;
const trustLambda = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
});

/** A world with a role that has one inline policy, and calls made in that role. */
async function worldWithRole(...statements: object[]) {
  const { world, send } = testWorld(...services);
  await send('iam', 'CreateRole', { RoleName: 'guard', AssumeRolePolicyDocument: trustLambda });
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  if (statements.length > 0) {
    await send('iam', 'PutRolePolicy', { RoleName: 'guard', PolicyName: 'p', PolicyDocument });
  }
  const caller: Caller | undefined = callerFor(world, sessionForRole(world, ROLE, 'f').accessKeyId);
  const call = (name: string, operation: string, input: object = {}) => send(name, operation, input, caller);
  return { world, send, call };
}

const allow = (Action: string, Resource: string, more = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});

test('a role may do what its policy allows, on what it names, and nothing else', async () => {
  const { call } = await worldWithRole(allow('cloudtrail:StartLogging', TRAIL));
  await call('cloudtrail', 'StartLogging', { Name: 't' });
  await call('cloudtrail', 'StartLogging', { Name: TRAIL });
  await expect(call('cloudtrail', 'StartLogging', { Name: 'u' })).rejects.toMatchObject({
    code: 'AccessDeniedException',
    status: 400,
    message: `User: arn:aws:sts::${TEST_ACCOUNT}:assumed-role/guard/f is not authorized to perform: cloudtrail:StartLogging on resource: ${TRAIL.replace(/t$/, 'u')} because no identity-based policy allows the cloudtrail:StartLogging action`,
  });
  await expect(call('cloudtrail', 'StopLogging', { Name: 't' })).rejects.toThrow('cloudtrail:StopLogging');
});

test('an operation without resource-level permissions needs the resource *', async () => {
  const narrow = await worldWithRole(allow('cloudtrail:DescribeTrails', TRAIL));
  await expect(narrow.call('cloudtrail', 'DescribeTrails')).rejects.toThrow(
    'cloudtrail:DescribeTrails because no identity-based policy',
  );
  const wide = await worldWithRole(allow('cloudtrail:DescribeTrails', '*'));
  await wide.call('cloudtrail', 'DescribeTrails');
});

test('an explicit deny is told as one', async () => {
  const { call } = await worldWithRole(allow('*', '*'), {
    Effect: 'Deny',
    Action: 'cloudtrail:Stop*',
    Resource: '*',
  });
  await expect(call('cloudtrail', 'StopLogging', { Name: 't' })).rejects.toThrow(
    'with an explicit deny in an identity-based policy',
  );
});

test('a role without policies may do nothing but ask who it is', async () => {
  const { call } = await worldWithRole();
  await call('sts', 'GetCallerIdentity');
  await expect(
    call('sns', 'Publish', { TopicArn: 'arn:aws:sns:us-east-1:111122223333:x' }),
  ).rejects.toMatchObject({
    code: 'AuthorizationError',
    status: 403,
  });
});

test('a changed policy counts for sessions that are under way', async () => {
  const { call, send } = await worldWithRole(allow('cloudtrail:*', '*'));
  await call('cloudtrail', 'DescribeTrails');
  await send('iam', 'DeleteRolePolicy', { RoleName: 'guard', PolicyName: 'p' });
  await expect(call('cloudtrail', 'DescribeTrails')).rejects.toThrow('not authorized');
});

test('a user may do what an inline policy allows and none denies, a new one nothing', async () => {
  const { world, send } = testWorld(...services);
  await send('iam', 'CreateUser', { UserName: 'bob' });
  const { AccessKey } = (await send('iam', 'CreateAccessKey', {
    UserName: 'bob',
  })) as CreateAccessKeyResponse;
  const stop = () =>
    send('cloudtrail', 'StopLogging', { Name: 't' }, callerFor(world, AccessKey?.AccessKeyId ?? ''));
  const put = (PolicyName: string, statement: object) =>
    send('iam', 'PutUserPolicy', {
      UserName: 'bob',
      PolicyName,
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    });
  await expect(stop()).rejects.toThrow('because no identity-based policy allows');
  await put('all', allow('*', '*'));
  await stop();
  await put('keep', { ...allow('cloudtrail:StopLogging', '*'), Effect: 'Deny' });
  await expect(stop()).rejects.toThrow('with an explicit deny');
  await send('iam', 'DeleteUserPolicy', { UserName: 'bob', PolicyName: 'keep' });
  await stop();
});

test('an administrator may do everything', async () => {
  const { world, send } = testWorld(...services);
  const { accessKeyId } = addUser(world, TEST_ACCOUNT, 'carol');
  await send('cloudtrail', 'StopLogging', { Name: 't' }, callerFor(world, accessKeyId));
});

test('who hands a role to a service needs PassRole for it', async () => {
  const input = { Name: 't', CloudWatchLogsRoleArn: `arn:aws:iam::${TEST_ACCOUNT}:role/logs` };
  const without = await worldWithRole(allow('cloudtrail:UpdateTrail', '*'));
  await without.call('cloudtrail', 'UpdateTrail', { Name: 't' });
  await expect(without.call('cloudtrail', 'UpdateTrail', input)).rejects.toThrow('iam:PassRole');
  const Condition = { StringEquals: { 'iam:PassedToService': 'cloudtrail.amazonaws.com' } };
  const passRole = allow('iam:PassRole', input.CloudWatchLogsRoleArn, { Condition });
  const withIt = await worldWithRole(allow('cloudtrail:UpdateTrail', '*'), passRole);
  await withIt.call('cloudtrail', 'UpdateTrail', input);
});

test('metrics may be bounded to a namespace', async () => {
  const Condition = { StringEquals: { 'cloudwatch:namespace': 'ours' } };
  const { call } = await worldWithRole(allow('cloudwatch:PutMetricData', '*', { Condition }));
  await call('monitoring', 'PutMetricData', { Namespace: 'ours' });
  await expect(call('monitoring', 'PutMetricData', { Namespace: 'theirs' })).rejects.toMatchObject({
    code: 'AccessDenied',
  });
});

test('a transaction needs what its parts need', async () => {
  const table = `arn:aws:dynamodb:us-east-1:${TEST_ACCOUNT}:table/t`;
  const { call } = await worldWithRole(allow('dynamodb:PutItem', table));
  await call('dynamodb', 'TransactWriteItems', { TransactItems: [{ Put: { TableName: 't' } }] });
  const items = [{ Put: { TableName: 't' } }, { Delete: { TableName: 't' } }];
  await expect(call('dynamodb', 'TransactWriteItems', { TransactItems: items })).rejects.toThrow(
    'dynamodb:DeleteItem',
  );
});

test('a service may ask what a role would be allowed', async () => {
  const { world } = await worldWithRole(allow('sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:q'));
  expect(isAllowed(world, ROLE, 'sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:q')).toBe(true);
  expect(isAllowed(world, ROLE, 'sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:r')).toBe(false);
  expect(isAllowed(world, `${ROLE}-gone`, 'sqs:SendMessage', '*')).toBe(false);
});

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const DENY_ALL = 'arn:aws:iam::aws:policy/AWSDenyAll';

test('an attached policy allows and denies as an inline one does, by its default version', async () => {
  const { call, send } = await worldWithRole();
  const document = (Effect: string) =>
    JSON.stringify({ Statement: [{ Effect, Action: 'cloudtrail:*', Resource: '*' }] });
  const PolicyArn = `arn:aws:iam::${TEST_ACCOUNT}:policy/p`;
  await send('iam', 'CreatePolicy', { PolicyName: 'p', PolicyDocument: document('Allow') });
  await send('iam', 'AttachRolePolicy', { RoleName: 'guard', PolicyArn });
  await call('cloudtrail', 'DescribeTrails');
  await send('iam', 'CreatePolicyVersion', {
    PolicyArn,
    PolicyDocument: document('Deny'),
    SetAsDefault: true,
  });
  await send('iam', 'AttachRolePolicy', { RoleName: 'guard', PolicyArn: ADMIN });
  await expect(call('cloudtrail', 'DescribeTrails')).rejects.toThrow('with an explicit deny in an identity');
  await send('iam', 'SetDefaultPolicyVersion', { PolicyArn, VersionId: 'v1' });
  await call('cloudtrail', 'DescribeTrails');
});

test('a boundary allows nothing by itself, and nothing beyond it is allowed', async () => {
  const { world, call, send } = await worldWithRole(allow('cloudtrail:*', '*'));
  const bound = (PermissionsBoundary: string) =>
    send('iam', 'PutRolePermissionsBoundary', { RoleName: 'guard', PermissionsBoundary });
  await send('iam', 'CreatePolicy', {
    PolicyName: 'reads',
    PolicyDocument: JSON.stringify({ Statement: [allow('cloudtrail:Describe*', '*')] }),
  });
  await bound(`arn:aws:iam::${TEST_ACCOUNT}:policy/reads`);
  await call('cloudtrail', 'DescribeTrails');
  await expect(call('cloudtrail', 'StopLogging', { Name: 't' })).rejects.toThrow(
    'because no permissions boundary allows the cloudtrail:StopLogging action',
  );
  expect(isAllowed(world, ROLE, 'cloudtrail:StopLogging', TRAIL)).toBe(false);
  await bound(ADMIN);
  await expect(call('sns', 'Publish', {})).rejects.toThrow('because no identity-based policy allows');
  await bound(DENY_ALL);
  await expect(call('cloudtrail', 'DescribeTrails')).rejects.toThrow(
    'with an explicit deny in a permissions boundary',
  );
  await send('iam', 'DeleteRolePermissionsBoundary', { RoleName: 'guard' });
  await call('cloudtrail', 'StopLogging', { Name: 't' });
});

test('who may attach only some policies may attach no other', async () => {
  const Condition = { ArnEquals: { 'iam:PolicyARN': DENY_ALL } };
  const { call } = await worldWithRole(allow('iam:AttachRolePolicy', ROLE, { Condition }));
  await expect(call('iam', 'AttachRolePolicy', { RoleName: 'guard', PolicyArn: ADMIN })).rejects.toThrow(
    'iam:AttachRolePolicy',
  );
  await call('iam', 'AttachRolePolicy', { RoleName: 'guard', PolicyArn: DENY_ALL });
});

test('EC2 denies in its own words', async () => {
  const { call } = await worldWithRole();
  await expect(call('ec2', 'DeleteFlowLogs', { FlowLogIds: ['fl-1'] })).rejects.toMatchObject({
    code: 'UnauthorizedOperation',
    status: 403,
    message: expect.stringMatching(
      /^You are not authorized to perform this operation\. User: .* to perform: ec2:DeleteFlowLogs on resource: arn:aws:ec2:us-east-1:\d+:vpc-flow-log\/fl-1 because /,
    ),
  });
});
