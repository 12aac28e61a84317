import { expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { parsePolicy } from './parse-policy.ts';

const TRAIL = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/t';
const request = {
  action: 'cloudtrail:StopLogging',
  resource: TRAIL,
  context: new Map([
    ['aws:requestedregion', 'us-east-1'],
    ['aws:principalarn', 'arn:aws:iam::111122223333:role/guard'],
    ['aws:multifactorauthpresent', 'false'],
  ]),
};
// biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own variables look like this
const VARIABLE = '${aws:username}';
const everything = { Effect: 'Allow', Action: '*', Resource: '*' };

const decide = (...statements: object[]) =>
  evaluate(
    [parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }), 'identity')],
    request,
  );

test('what no statement allows is not allowed', () => {
  expect(evaluate([], request)).toBe('not-allowed');
  expect(decide({ ...everything, Action: 'cloudtrail:StartLogging' })).toBe('not-allowed');
  expect(decide({ ...everything, Resource: `${TRAIL}-2` })).toBe('not-allowed');
});

test.each(['cloudtrail:StopLogging', 'CLOUDTRAIL:stoplogging', 'cloudtrail:Stop*', '*'])(
  '%s allows it',
  (Action) => {
    expect(decide({ Effect: 'Allow', Action, Resource: TRAIL })).toBe('allowed');
  },
);

test.each([
  TRAIL,
  'arn:aws:cloudtrail:*:111122223333:trail/*',
  'arn:aws:cloudtrail:us-east-1:111122223333:trail/?',
])('%s stands for the trail', (Resource) => {
  expect(decide({ Effect: 'Allow', Action: '*', Resource })).toBe('allowed');
});

test('resources are compared with regard to case', () => {
  expect(decide({ ...everything, Resource: TRAIL.replace('trail/t', 'trail/T') })).toBe('not-allowed');
});

test('NotAction and NotResource mean everything else', () => {
  expect(decide({ Effect: 'Allow', NotAction: 'cloudtrail:StopLogging', Resource: '*' })).toBe('not-allowed');
  expect(decide({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' })).toBe('allowed');
  expect(decide({ Effect: 'Allow', Action: '*', NotResource: TRAIL })).toBe('not-allowed');
  expect(decide({ Effect: 'Allow', Action: '*', NotResource: `${TRAIL}-2` })).toBe('allowed');
});

test('an explicit deny wins over every allow', () => {
  expect(decide(everything, { ...everything, Effect: 'Deny', Action: 'cloudtrail:Stop*' })).toBe('denied');
});

test.each([
  [{ StringEquals: { 'aws:RequestedRegion': 'us-east-1' } }, true],
  [{ StringEquals: { 'AWS:requestedREGION': ['eu-west-1', 'us-east-1'] } }, true],
  [{ StringEquals: { 'aws:RequestedRegion': 'us-*' } }, false],
  [{ StringLike: { 'aws:RequestedRegion': 'us-*' } }, true],
  [{ StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } }, false],
  [{ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/guard' } }, true],
  [{ ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/other' } }, false],
  [{ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/guard' } }, false],
  [{ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, false],
  [{ Bool: { 'aws:MultiFactorAuthPresent': false } }, true],
  [{ StringEquals: { 'aws:SourceAccount': '111122223333' } }, false],
  [{ StringNotEquals: { 'aws:SourceAccount': '111122223333' } }, true],
  [{ StringEqualsIfExists: { 'aws:SourceAccount': '111122223333' } }, true],
  [
    {
      StringEquals: { 'aws:RequestedRegion': 'us-east-1' },
      ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/other' },
    },
    false,
  ],
])('the condition %j holds: %s', (Condition, holds) => {
  expect(decide({ ...everything, Condition })).toBe(holds ? 'allowed' : 'not-allowed');
  expect(decide(everything, { ...everything, Effect: 'Deny', Condition })).toBe(holds ? 'denied' : 'allowed');
});

test.each([
  ['an operator', { Condition: { DateGreaterThan: { 'aws:RequestedRegion': 'x' } } }],
  ['a key', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'x' } } }],
  ['a policy variable in a condition', { Condition: { StringLike: { 'aws:RequestedRegion': VARIABLE } } }],
  [
    'a policy variable in a resource',
    { Resource: `arn:aws:cloudtrail:us-east-1:111122223333:trail/${VARIABLE}` },
  ],
])('%s that is not evaluated here never helps the caller', (_what, part) => {
  expect(decide({ ...everything, ...part })).toBe('not-allowed');
  expect(decide(everything, { ...everything, Effect: 'Deny', ...part })).toBe('denied');
});
