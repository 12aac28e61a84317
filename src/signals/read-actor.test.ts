import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { principalOf } from '../domain/actor.ts';
import { readActor } from './read-actor.ts';

const OWN = '111122223333';
const read = (userIdentity: unknown) => readActor(userIdentity, OWN, false);
const sessionOf = (role: string, session: string) => ({
  type: 'AssumedRole',
  principalId: `AROACKCEVSQ6C2EXAMPLE:${session}`,
  arn: `arn:aws:sts::${OWN}:assumed-role/${role}/${session}`,
  accountId: OWN,
  sessionContext: {
    sessionIssuer: {
      type: 'Role',
      arn: `arn:aws:iam::${OWN}:role/path/${role}`,
      accountId: OWN,
      userName: role,
    },
  },
});

describe('readActor', () => {
  test.each([
    ['a root user', { type: 'Root', arn: `arn:aws:iam::${OWN}:root`, accountId: OWN }, 'root', 'root'],
    ['a root user with an account alias', { type: 'Root', userName: 'my-alias' }, 'root', 'root'],
    [
      'an IAM user',
      { type: 'IAMUser', userName: 'alice', arn: `arn:aws:iam::${OWN}:user/x/al` },
      'iam-user',
      'alice',
    ],
    [
      'an IAM user without a name',
      { type: 'IAMUser', arn: `arn:aws:iam::${OWN}:user/path/alice` },
      'iam-user',
      'alice',
    ],
    ['a session of a role', sessionOf('Operations', 'deploy'), 'assumed-role', 'Operations/deploy'],
    [
      'a session of a role, known by its principal id alone',
      {
        type: 'AssumedRole',
        principalId: 'AROAEXAMPLE:deploy',
        sessionContext: { sessionIssuer: { type: 'Role', userName: 'Operations' } },
      },
      'assumed-role',
      'Operations/deploy',
    ],
    [
      'a person of Identity Center',
      sessionOf('AWSReservedSSO_AdministratorAccess_0123456789abcdef', 'alice@example.com'),
      'identity-center',
      'alice@example.com',
    ],
    [
      'an Identity Center user without a role',
      {
        type: 'IdentityCenterUser',
        accountId: OWN,
        onBehalfOf: { userId: '544894e8-80c1', identityStoreArn: 'arn:x' },
      },
      'identity-center',
      '544894e8-80c1',
    ],
    [
      'a service',
      { type: 'AWSService', invokedBy: 'config.amazonaws.com' },
      'aws-service',
      'config.amazonaws.com',
    ],
    [
      'a service without a type',
      { accountId: OWN, invokedBy: 'AWS Internal' },
      'aws-service',
      'AWS Internal',
    ],
    [
      'an account',
      { type: 'AWSAccount', principalId: 'AROAEXAMPLE:x', accountId: '444455556666' },
      'aws-account',
      'account 444455556666',
    ],
    [
      'a federated user',
      {
        type: 'FederatedUser',
        arn: `arn:aws:sts::${OWN}:federated-user/bob`,
        sessionContext: {
          sessionIssuer: { type: 'IAMUser', userName: 'issuer', arn: `arn:aws:iam::${OWN}:user/issuer` },
        },
      },
      'federated-user',
      'bob',
    ],
    [
      'a SAML user',
      { type: 'SAMLUser', principalId: 'x:alice', userName: 'alice', identityProvider: 'idp' },
      'federated-user',
      'alice',
    ],
    [
      'a web identity',
      { type: 'WebIdentityUser', userName: 'sub', identityProvider: 'accounts.google.com' },
      'federated-user',
      'sub',
    ],
    ['an unknown type with a name', { type: 'Unknown', userName: 'alice' }, 'unknown', 'alice'],
    ['a principal id alone', { principalId: 'AIDAEXAMPLE' }, 'unknown', 'AIDAEXAMPLE'],
    ['an account id alone', { accountId: OWN }, 'unknown', `account ${OWN}`],
    [
      'nulls where names belong',
      { type: null, arn: null, userName: null, sessionContext: null },
      'unknown',
      'unknown',
    ],
    ['nothing', undefined, 'unknown', 'unknown'],
    ['a text', 'root', 'unknown', 'unknown'],
  ])('%s has a name', (_, identity, kind, name) => {
    expect(read(identity)).toMatchObject({ kind, name });
  });

  test('the sessions of one role are one principal, whatever they are called', () => {
    const sessions = [sessionOf('Operations', 'a'), sessionOf('Operations', 'b')].map((session) =>
      principalOf(read(session)),
    );
    expect(new Set(sessions)).toEqual(new Set([`arn:aws:iam::${OWN}:role/path/Operations`]));
  });

  test('a caller of another account is marked, and one whose account is unknown is not', () => {
    expect(read({ type: 'IAMUser', userName: 'x', accountId: '444455556666' }).isCrossAccount).toBe(true);
    expect(read({ type: 'IAMUser', arn: 'arn:aws:iam::444455556666:user/x' }).isCrossAccount).toBe(true);
    expect(read({ type: 'IAMUser', userName: 'x', accountId: OWN }).isCrossAccount).toBe(false);
    expect(read({ type: 'AWSService', invokedBy: 'x.amazonaws.com' }).isCrossAccount).toBe(false);
    expect(readActor({ accountId: OWN }, '', false).isCrossAccount).toBe(false);
  });

  test('an issuer that is no role lends its session no role', () => {
    const issuer = { type: 'IAMUser', userName: 'issuer', arn: `arn:aws:iam::${OWN}:user/issuer` };
    const federated = read({
      type: 'FederatedUser',
      userName: 'bob',
      sessionContext: { sessionIssuer: issuer },
    });
    expect(federated.name).toBe('bob');
    expect(principalOf(federated)).toBe(issuer.arn);
  });

  test('whatever comes in, there is a name', () => {
    const field = fc.oneof(fc.string(), fc.jsonValue());
    const identity = fc.record(
      {
        type: fc.oneof(fc.constantFrom('Root', 'IAMUser', 'AssumedRole', 'AWSService', '__proto__'), field),
        arn: field,
        principalId: field,
        accountId: field,
        userName: field,
        invokedBy: field,
        sessionContext: fc.oneof(field, fc.record({ sessionIssuer: fc.dictionary(fc.string(), field) })),
        onBehalfOf: field,
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(fc.oneof(identity, fc.jsonValue()), (value) => read(value).name !== ''));
  });
});
