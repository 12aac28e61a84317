import { expect, test } from 'vitest';
import { TEST_ACCOUNT, testWorld } from '../../endpoint/test-world.ts';
import { addUser } from './accounts.ts';
import { iam } from './index.ts';
import { callerFor, sessionForRole } from './sessions.ts';

const ROLE = `arn:aws:iam::${TEST_ACCOUNT}:role/service/guard`;
const trust = (Condition?: object) =>
  JSON.stringify({
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'lambda.amazonaws.com' },
        Condition,
      },
    ],
  });

async function worldWithRole(AssumeRolePolicyDocument = trust()) {
  const { world, send } = testWorld(iam);
  await send('iam', 'CreateRole', { RoleName: 'guard', Path: '/service/', AssumeRolePolicyDocument });
  return { world, send };
}

test('a session is its role under the name of the session', async () => {
  const { world } = await worldWithRole();
  const { accessKeyId, sessionToken, secretAccessKey } = sessionForRole(world, ROLE, 'f');
  expect(callerFor(world, accessKeyId)).toMatchObject({
    type: 'AssumedRole',
    accountId: TEST_ACCOUNT,
    arn: `arn:aws:sts::${TEST_ACCOUNT}:assumed-role/guard/f`,
    principalId: expect.stringMatching(/^AROA[0-9A-F]{17}:f$/),
    role: { arn: ROLE, name: 'guard' },
    accessKeyId,
    secretAccessKey,
    sessionToken,
  });
});

test('there is no session of a role that is not there or does not trust the service', async () => {
  const { world } = await worldWithRole();
  expect(() => sessionForRole(world, `${ROLE}-2`, 'f')).toThrow(
    expect.objectContaining({ code: 'NoSuchEntityException' }),
  );
  expect(() => sessionForRole(world, ROLE, 'f', 'events.amazonaws.com')).toThrow(
    expect.objectContaining({ code: 'AccessDenied' }),
  );
});

test('a role may ask for whom the service acts', async () => {
  const condition = { StringEquals: { 'aws:SourceAccount': TEST_ACCOUNT } };
  const { world } = await worldWithRole(trust(condition));
  const lambda = 'lambda.amazonaws.com';
  expect(() => sessionForRole(world, ROLE, 'f', lambda, { sourceAccount: '444455556666' })).toThrow(
    'not allowed',
  );
  sessionForRole(world, ROLE, 'f', lambda, { sourceAccount: TEST_ACCOUNT });
});

test('the keys of a role or user that is gone are unknown, also when another of the name is there', async () => {
  const { world, send } = await worldWithRole();
  const session = sessionForRole(world, ROLE, 'f');
  await send('iam', 'DeleteRole', { RoleName: 'guard' });
  expect(callerFor(world, session.accessKeyId)).toBeUndefined();
  await send('iam', 'CreateRole', {
    RoleName: 'guard',
    Path: '/service/',
    AssumeRolePolicyDocument: trust(),
  });
  expect(callerFor(world, session.accessKeyId)).toBeUndefined();
});

test('keys are ones that no real account accepts', async () => {
  const { world } = await worldWithRole();
  const user = addUser(world, TEST_ACCOUNT, 'alice');
  expect(user.accessKeyId).toMatch(/^AKIAEMBEDDED0\d{7}$/);
  expect(sessionForRole(world, ROLE, 'f').accessKeyId).toMatch(/^ASIAEMBEDDED0\d{7}$/);
});

test('a user may have several keys, and each account users of the same name', async () => {
  const { world } = await worldWithRole();
  const first = addUser(world, TEST_ACCOUNT, 'alice');
  const second = addUser(world, TEST_ACCOUNT, 'alice');
  const other = addUser(world, '444455556666', 'alice');
  const idOf = ({ accessKeyId }: typeof first) => callerFor(world, accessKeyId)?.principalId;
  expect(idOf(first)).toBe(idOf(second));
  expect(idOf(other)).not.toBe(idOf(first));
  expect(other.arn).toBe('arn:aws:iam::444455556666:user/alice');
});

test('a function’s session says which function it is for, and a policy may hold the role to it', async () => {
  const { world, send } = await worldWithRole();
  const statement = (Effect: string, more: object = {}) => ({
    Effect,
    Action: 'iam:ListRoles',
    Resource: '*',
    ...more,
  });
  const mine = `arn:aws:lambda:us-east-1:${TEST_ACCOUNT}:function:mine`;
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      statement('Allow'),
      statement('Deny', { Condition: { ArnNotLike: { 'lambda:SourceFunctionArn': mine } } }),
    ],
  });
  await send('iam', 'PutRolePolicy', { RoleName: 'guard', PolicyName: 'p', PolicyDocument });
  const list = (sourceArn?: string) => {
    const { accessKeyId } = sessionForRole(
      world,
      ROLE,
      'f',
      'lambda.amazonaws.com',
      sourceArn ? { sourceArn } : {},
    );
    return send('iam', 'ListRoles', {}, callerFor(world, accessKeyId));
  };
  await list(mine);
  await expect(list(`${mine}-2`)).rejects.toMatchObject({ code: 'AccessDenied' });
  await expect(list()).rejects.toMatchObject({ code: 'AccessDenied' });
});
