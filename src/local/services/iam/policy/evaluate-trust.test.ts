import { expect, test } from 'vitest';
import { type TrustedParty, trusts } from './evaluate-trust.ts';
import { parsePolicy } from './parse-policy.ts';

const decide = (party: TrustedParty, context: [string, string][], ...statements: object[]) =>
  trusts(parsePolicy(JSON.stringify({ Statement: statements }), 'trust'), party, new Map(context));

const lambda = { service: 'lambda.amazonaws.com' };
const alice = { arns: ['arn:aws:iam::111122223333:user/alice'], accountId: '111122223333' };
const to = (Principal: unknown, more = {}) => ({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal,
  ...more,
});

test('a service is trusted by its own name alone', () => {
  expect(decide(lambda, [], to({ Service: ['events.amazonaws.com', 'lambda.amazonaws.com'] }))).toBe(true);
  expect(decide(lambda, [], to({ Service: 'events.amazonaws.com' }))).toBe(false);
  expect(decide(lambda, [], to('*'))).toBe(false);
});

test.each(['*', '111122223333', 'arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:user/alice'])(
  'a user is trusted as %s',
  (AWS) => {
    expect(decide(alice, [], to({ AWS }))).toBe(true);
  },
);

test.each(['444455556666', 'arn:aws:iam::444455556666:root', 'arn:aws:iam::111122223333:user/bob'])(
  'a user is not trusted as %s',
  (AWS) => {
    expect(decide(alice, [], to({ AWS }))).toBe(false);
  },
);

test('another action than AssumeRole trusts nobody', () => {
  expect(decide(lambda, [], to({ Service: lambda.service }, { Action: 'sts:TagSession' }))).toBe(false);
});

test('a condition must hold', () => {
  const Condition = { StringEquals: { 'sts:ExternalId': 'secret' } };
  expect(decide(alice, [['sts:externalid', 'secret']], to({ AWS: '*' }, { Condition }))).toBe(true);
  expect(decide(alice, [], to({ AWS: '*' }, { Condition }))).toBe(false);
});

test('a deny wins', () => {
  const deny = to({ AWS: alice.arns[0] }, { Effect: 'Deny' });
  expect(decide(alice, [], to({ AWS: '111122223333' }), deny)).toBe(false);
});
