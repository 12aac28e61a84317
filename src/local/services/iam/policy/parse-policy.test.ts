import { expect, test } from 'vitest';
import { parsePolicy } from './parse-policy.ts';

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const identity = (...statements: object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

test('one statement, one action and one resource need no list', () => {
  const text = JSON.stringify({ Statement: allow });
  expect(parsePolicy(text, 'identity').statements).toMatchObject([
    { effect: 'Allow', actions: { isNegated: false, patterns: ['s3:GetObject'] } },
  ]);
});

test.each([
  ['what is not JSON', '{'],
  ['what is no object', '[]'],
  ['a policy without statements', '{"Version":"2012-10-17"}'],
  ['another version', JSON.stringify({ Version: '2026-01-01', Statement: allow })],
  ['an unknown element', JSON.stringify({ Statement: allow, Extra: 1 })],
  ['an unknown element of a statement', identity({ ...allow, Extra: 1 })],
  ['another effect', identity({ ...allow, Effect: 'allow' })],
  ['no action', identity({ Effect: 'Allow', Resource: '*' })],
  ['Action beside NotAction', identity({ ...allow, NotAction: 's3:*' })],
  ['an action without a service', identity({ ...allow, Action: 'GetObject' })],
  ['an action that is no text', identity({ ...allow, Action: [5] })],
  ['no resource', identity({ Effect: 'Allow', Action: 's3:*' })],
  ['a resource that is no ARN', identity({ ...allow, Resource: 'my-bucket' })],
  ['a principal in an identity policy', identity({ ...allow, Principal: '*' })],
  ['a statement id with spaces', identity({ ...allow, Sid: 'my id' })],
  ['the same statement id twice', identity({ ...allow, Sid: 'a' }, { ...allow, Sid: 'a' })],
  ['a condition that is no object', identity({ ...allow, Condition: 'x' })],
])('%s is malformed', (_what, text) => {
  expect(() => parsePolicy(text, 'identity')).toThrow(
    expect.objectContaining({ code: 'MalformedPolicyDocumentException' }),
  );
});

test('a trust policy has principals and no resource', () => {
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole' };
  expect(() => parsePolicy(identity({ ...trust, Resource: '*', Principal: '*' }), 'trust')).toThrow(
    'Resource',
  );
  expect(() => parsePolicy(identity(trust), 'trust')).toThrow('Principal');
  expect(() => parsePolicy(identity({ ...trust, Principal: { Robot: 'x' } }), 'trust')).toThrow('Robot');
});
