import { describe, expect, test } from 'vitest';
import { policyDocument } from '../src/cli/policy.ts';
import type { DenyOptions } from '../src/policy/deny-policy.ts';
import { TECHNIQUES } from '../src/techniques/index.ts';
import { evaluatePolicy } from './policy-evaluator.ts';

const MAIN = 'arn:aws:cloudtrail:us-west-2:111122223333:trail/main';
const OTHER = 'arn:aws:cloudtrail:us-west-2:111122223333:trail/maintenance';
const BREAK_GLASS = 'arn:aws:iam::111122223333:role/security/break-glass';
const GUARD = 'arn:aws:iam::111122223333:role/guard-FunctionRole-1';

/** What no guard ever needs. */
const ENDING = ['cloudtrail:DeleteTrail', 'cloudtrail:RemoveTags', 'cloudtrail:StopLogging'];
/** What weakens a trail, and also puts it back. */
const CHANGING = [
  'cloudtrail:PutEventConfiguration',
  'cloudtrail:PutEventSelectors',
  'cloudtrail:PutInsightSelectors',
  'cloudtrail:UpdateTrail',
];
const WEAKENING = [...ENDING, ...CHANGING];

const verdict = (
  options: DenyOptions,
  { action = 'cloudtrail:StopLogging', resource = MAIN, principal = 'arn:aws:iam::111122223333:user/admin' },
) =>
  evaluatePolicy(policyDocument('scp', options).document, {
    action,
    resource,
    context: { 'aws:PrincipalArn': principal },
  });

describe.each(['iam', 'scp'] as const)('the deny as %s', (kind) => {
  test('denies everything that stops, deletes or weakens a trail, and nothing else', () => {
    const { document } = policyDocument(kind);
    const denied = document.Statement.flatMap(({ Effect, Action }) => (Effect === 'Deny' ? Action : []));
    expect(denied).toEqual(WEAKENING);
    for (const action of ['StartLogging', 'AddTags', 'CreateTrail', 'GetTrailStatus', 'LookupEvents']) {
      expect(evaluatePolicy(document, { action: `cloudtrail:${action}`, resource: MAIN })).toBe('silent');
    }
  });

  test('covers every technique of the registry that is about trails', () => {
    const { document } = policyDocument(kind);
    const ofTrails = TECHNIQUES.filter(({ subject }) => subject === 'trail').flatMap(({ calls }) => calls);
    const names = new Set(ofTrails.flatMap(({ eventNames }) => eventNames));
    expect(names.size).toBe(WEAKENING.length);
    for (const name of names) {
      expect(evaluatePolicy(document, { action: `cloudtrail:${name}`, resource: MAIN })).toBe('denied');
    }
  });

  test('is a policy of this version whose statements each have a name of letters', () => {
    const { document, text } = policyDocument(kind, { breakGlassRoleArns: [BREAK_GLASS] });
    expect(JSON.parse(text)).toEqual(document);
    expect(document.Version).toBe('2012-10-17');
    for (const { Sid } of document.Statement) expect(Sid).toMatch(/^[A-Za-z]+$/);
  });

  test('holds its size against the limit, and says by how much it is too large', () => {
    const { characters, limit } = policyDocument(kind);
    expect(limit).toBe(kind === 'iam' ? 6144 : 5120);
    expect(characters).toBeLessThan(limit);
    const trailArns = Array.from({ length: 120 }, (_, index) => `${MAIN}${index}`);
    expect(() => policyDocument(kind, { trailArns })).toThrow(
      new RegExp(`has \\d+ characters, \\d+ more than .* may have \\(${limit}\\)`),
    );
  });
});

describe('whom the deny binds', () => {
  const options = { breakGlassRoleArns: [BREAK_GLASS], guardRoleArn: GUARD };

  test.each([
    ['the root user', 'arn:aws:iam::111122223333:root'],
    ['an IAM user', 'arn:aws:iam::111122223333:user/break-glass'],
    ['a role of another path', 'arn:aws:iam::111122223333:role/break-glass'],
    ['a role of a longer name', `${BREAK_GLASS}-2`],
    ['a role of the same name in another account', BREAK_GLASS.replace('111122223333', '444455556666')],
    ['the name in other letters', BREAK_GLASS.toUpperCase()],
    ['a session that calls itself like it', 'arn:aws:sts::111122223333:assumed-role/other/break-glass'],
    [
      'an administrator of Identity Center',
      'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1',
    ],
  ])('%s', (_, principal) => {
    for (const action of WEAKENING) expect(verdict(options, { action, principal })).toBe('denied');
  });

  test('the guard, in what ends a trail or takes its tags: whoever stole its role cannot do it', () => {
    for (const action of ENDING) expect(verdict(options, { action, principal: GUARD })).toBe('denied');
  });

  test('not the guard, in what it puts trails back with', () => {
    for (const action of CHANGING) expect(verdict(options, { action, principal: GUARD })).toBe('silent');
    const other = GUARD.replace('111122223333', '444455556666');
    for (const action of CHANGING) expect(verdict(options, { action, principal: other })).toBe('denied');
  });

  test('not the break-glass role itself', () => {
    for (const action of WEAKENING)
      expect(verdict(options, { action, principal: BREAK_GLASS })).toBe('silent');
  });

  test('a request that does not say who it is', () => {
    const { document } = policyDocument('scp', options);
    expect(evaluatePolicy(document, { action: 'cloudtrail:StopLogging', resource: MAIN })).toBe('denied');
  });

  test('the guard also in a call that no technique restores with', () => {
    const techniques = TECHNIQUES.filter(({ restore }) => !restore.includes('PutInsightSelectors'));
    const unrestored = TECHNIQUES.flatMap((technique) =>
      technique.restore.includes('PutInsightSelectors') ? { ...technique, restore: [] } : [],
    );
    const { document, explanation } = policyDocument('scp', options, [...techniques, ...unrestored]);
    const ask = (action: string, principal: string) =>
      evaluatePolicy(document, { action, resource: MAIN, context: { 'aws:PrincipalArn': principal } });
    expect(ask('cloudtrail:UpdateTrail', GUARD)).toBe('silent');
    expect(ask('cloudtrail:PutInsightSelectors', GUARD)).toBe('denied');
    expect(explanation.join('\n')).not.toMatch(/exempt of[^.]*PutInsightSelectors/);
  });
});

describe('what the deny covers', () => {
  test('all trails of all accounts it is attached to, unless trails are named', () => {
    for (const resource of [MAIN, OTHER, MAIN.replace('111122223333', '444455556666')]) {
      expect(verdict({}, { resource })).toBe('denied');
    }
  });

  test('one trail, by its ARN, and no other', () => {
    expect(verdict({ trailArns: [MAIN] }, { resource: MAIN })).toBe('denied');
    expect(verdict({ trailArns: [MAIN] }, { resource: OTHER })).toBe('silent');
  });

  test('nothing of CloudTrail but trails', () => {
    const resource = 'arn:aws:cloudtrail:us-west-2:111122223333:eventdatastore/1234';
    expect(verdict({}, { action: 'cloudtrail:RemoveTags', resource })).toBe('silent');
  });

  test('the trails of the partition it is made for', () => {
    const resource = 'arn:aws-cn:cloudtrail:cn-north-1:111122223333:trail/main';
    expect(verdict({ partition: 'aws-cn' }, { resource })).toBe('denied');
    expect(verdict({}, { resource })).toBe('silent');
  });
});

describe('mistakes in the options', () => {
  test.each([
    ['a wildcard in a role', { breakGlassRoleArns: ['arn:aws:iam::111122223333:role/*'] }, /has a wildcard/],
    [
      'a user as break-glass role',
      { breakGlassRoleArns: ['arn:aws:iam::111122223333:user/me'] },
      /no ARN of an IAM role/,
    ],
    [
      'a session as break-glass role',
      { breakGlassRoleArns: ['arn:aws:sts::111122223333:assumed-role/a/b'] },
      /no ARN of an IAM role/,
    ],
    ['a role without an account', { guardRoleArn: 'arn:aws:iam:::role/guard' }, /no ARN of an IAM role/],
    ['a trail by name', { trailArns: ['main'] }, /"main" is no ARN of a trail/],
    ['a wildcard in a trail', { trailArns: [`${MAIN}*`] }, /no ARN of a trail/],
    [
      'the guard as break-glass role',
      { breakGlassRoleArns: [GUARD], guardRoleArn: GUARD },
      /the guard could stop trails/,
    ],
    ['a partition that is none', { partition: '*' }, /no partition/],
  ])('%s is refused', (_, options, message) => {
    expect(() => policyDocument('iam', options)).toThrow(message);
  });

  test('are all named at once', () => {
    expect(() => policyDocument('iam', { trailArns: ['a', 'b'], guardRoleArn: 'c' })).toThrow(
      /"a".*"b".*"c"/,
    );
  });
});

describe('the explanation', () => {
  test('of a service control policy says whom it cannot bind', () => {
    const text = policyDocument('scp').explanation.join('\n');
    expect(text).toContain('management account');
    expect(text).toContain('service-linked roles');
    expect(text).toContain('Nobody is exempt');
  });

  test('of the IAM form says that it can be detached', () => {
    expect(policyDocument('iam').explanation.join('\n')).toContain('detach');
  });

  test('says of what alone the guard is exempt', () => {
    const { explanation } = policyDocument('scp', { guardRoleArn: GUARD });
    expect(explanation.join('\n')).toContain(`${GUARD} is exempt of ${CHANGING.join(', ')} alone`);
  });

  test('says that a guard which only starts trails needs no exemption', () => {
    const onlyStarting = TECHNIQUES.map((technique) => ({
      ...technique,
      restore: ['StartLogging'] as const,
    }));
    const { explanation, text } = policyDocument('scp', { guardRoleArn: GUARD }, onlyStarting);
    expect(explanation.join('\n')).toContain(`${GUARD} needs no exemption`);
    expect(text).not.toContain(GUARD);
  });
});
