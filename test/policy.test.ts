import { describe, expect, test } from 'vitest';
import { preventionPolicies } from '../src/cli/policy.ts';
import { techniqueActions } from '../src/policy/prevention/denied-actions.ts';
import type { DenyOptions } from '../src/policy/prevention/deny-options.ts';
import { LEFT_ALONE, TECHNIQUES_LEFT_ALONE } from '../src/policy/prevention/left-alone.ts';
import { TECHNIQUES } from '../src/techniques/index.ts';
import { evaluatePolicy } from './policy-evaluator.ts';

const MAIN = 'arn:aws:cloudtrail:us-west-2:111122223333:trail/main';
const BREAK_GLASS = 'arn:aws:iam::111122223333:role/security/break-glass';
const GUARD = 'arn:aws:iam::111122223333:role/trailkeeper-FunctionRole-1A2B3C4D5E6F';
const GUARD_FUNCTION = 'arn:aws:lambda:us-west-2:111122223333:function:trailkeeper-Function-1A2B3C4D5E6F';

/** What no guard ever needs. */
const ENDING = ['cloudtrail:DeleteTrail', 'cloudtrail:RemoveTags', 'cloudtrail:StopLogging'];
/** What weakens a trail, and also puts it back. */
const CHANGING = [
  'cloudtrail:PutEventConfiguration',
  'cloudtrail:PutEventSelectors',
  'cloudtrail:PutInsightSelectors',
  'cloudtrail:UpdateTrail',
];

type Context = Readonly<Record<string, string>>;

/** What all policies together say: a deny in one is a deny. */
function verdict(options: DenyOptions, action: string, context: Context, resource = MAIN) {
  const { policies } = preventionPolicies('scp', options);
  const said = policies.map(({ document }) =>
    evaluatePolicy(document as Parameters<typeof evaluatePolicy>[0], { action, resource, context }),
  );
  return said.includes('denied') ? 'denied' : 'silent';
}

const as = (arn: string): Context => ({ 'aws:PrincipalArn': arn });
const asGuard: Context = { ...as(GUARD), 'lambda:SourceFunctionArn': GUARD_FUNCTION };

describe.each(['iam', 'scp', 'permissions-boundary'] as const)('the deny as %s', (kind) => {
  test('has statements that each have a name of letters, once', () => {
    const { policies } = preventionPolicies(kind, { breakGlassRoleArns: [BREAK_GLASS] });
    for (const { document, text } of policies) {
      expect(JSON.parse(text)).toEqual(document);
      expect(document.Version).toBe('2012-10-17');
      const sids = document.Statement.map((statement) => (statement as { Sid: string }).Sid);
      for (const sid of sids) expect(sid).toMatch(/^[A-Za-z]+$/);
      expect(new Set(sids).size).toBe(sids.length);
    }
  });

  test('is the same text for the same options', () => {
    const texts = () => preventionPolicies(kind, {}).policies.map(({ text }) => text);
    expect(texts()).toEqual(texts());
  });

  test('is within AWS’s size, and says what has no room', () => {
    const { policies, limit } = preventionPolicies(kind);
    expect(limit).toBe(kind === 'scp' ? 5120 : 6144);
    for (const { characters } of policies) expect(characters).toBeLessThanOrEqual(limit);
    const trailArns = Array.from({ length: 120 }, (_, index) => `${MAIN}${index}`);
    expect(() => preventionPolicies(kind, { trailArns })).toThrow(
      new RegExp(
        `KeepTrails alone makes a policy of \\d+ characters, \\d+ more than it may have \\(${limit}\\)`,
      ),
    );
  });
});

describe('every catalogued call', () => {
  test('is denied by a statement, or left alone with a reason', () => {
    const denied = new Set(
      preventionPolicies('scp', {
        bucketArns: ['arn:aws:s3:::logs'],
        keyArns: ['arn:aws:kms:us-west-2:111122223333:key/1'],
        topicArns: ['arn:aws:sns:us-west-2:111122223333:t'],
        logGroupArns: ['arn:aws:logs:us-west-2:111122223333:log-group:g'],
        logsRoleArn: 'arn:aws:iam::111122223333:role/logs',
      }).denies.flatMap(({ techniques, statement }) =>
        techniques.flatMap((technique) =>
          [statement.Action ?? []].flat().map((action) => `${technique} ${action}`),
        ),
      ),
    );
    const missed = techniqueActions(TECHNIQUES).filter(
      ({ technique, action }) =>
        !denied.has(`${technique} ${action}`) &&
        !(action in LEFT_ALONE) &&
        !(technique in TECHNIQUES_LEFT_ALONE),
    );
    expect(missed).toEqual([]);
  });

  test('that is left alone is still catalogued', () => {
    const actions = techniqueActions(TECHNIQUES);
    for (const action of Object.keys(LEFT_ALONE)) expect(actions.map((of) => of.action)).toContain(action);
    for (const id of Object.keys(TECHNIQUES_LEFT_ALONE))
      expect(actions.map((of) => of.technique)).toContain(id);
  });

  test('without a known IAM action is an error, not a hole', () => {
    const [technique] = TECHNIQUES;
    if (!technique) throw new Error('the registry is empty');
    const calls = [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['MuteTrail'] } as const];
    expect(() => preventionPolicies('scp', {}, [{ ...technique, calls }])).toThrow(
      'No IAM action is known of MuteTrail of cloudtrail.amazonaws.com',
    );
  });
});

describe('what the deny covers', () => {
  const USER = as('arn:aws:iam::111122223333:user/admin');

  test('all trails of all accounts it is attached to, unless trails are named', () => {
    for (const resource of [MAIN, `${MAIN}tenance`, MAIN.replace('111122223333', '444455556666')])
      for (const action of [...ENDING, ...CHANGING])
        expect(verdict({}, action, USER, resource)).toBe('denied');
    expect(verdict({ trailArns: [MAIN] }, 'cloudtrail:StopLogging', USER)).toBe('denied');
    expect(verdict({ trailArns: [MAIN] }, 'cloudtrail:StopLogging', USER, `${MAIN}tenance`)).toBe('silent');
  });

  test('nothing that starts, makes or reads a trail', () => {
    for (const action of ['StartLogging', 'AddTags', 'CreateTrail', 'GetTrailStatus', 'LookupEvents'])
      expect(verdict({}, `cloudtrail:${action}`, USER)).toBe('silent');
  });

  test('the trails of the partition it is made for', () => {
    const resource = 'arn:aws-cn:cloudtrail:cn-north-1:111122223333:trail/main';
    expect(verdict({ partition: 'aws-cn' }, 'cloudtrail:StopLogging', USER, resource)).toBe('denied');
    expect(verdict({}, 'cloudtrail:StopLogging', USER, resource)).toBe('silent');
  });

  test('the guard’s mapping, and no other function’s', () => {
    const ask = (name: string) =>
      verdict(
        {},
        'lambda:DeleteEventSourceMapping',
        { ...USER, 'lambda:FunctionArn': GUARD_FUNCTION.replace('trailkeeper', name) },
        'arn:aws:lambda:us-west-2:111122223333:event-source-mapping:0a1b',
      );
    expect([ask('trailkeeper'), ask('orders')]).toEqual(['denied', 'silent']);
  });

  test.each(['trailkeeper', 'a-name-that-is-longer-than-cloudformation-keeps-of-it-in-full'])(
    'of a guard named %s, whose names CloudFormation cut, also from a StackSet',
    (stackName) => {
      const whole = `StackSet-${stackName}-0a1b2c3d-1111-2222-3333-444455556666`;
      for (const name of [`${stackName}`.slice(0, 38), whole.slice(0, 38)]) {
        const role = `arn:aws:iam::111122223333:role/${name}-FunctionRole-1A2B3C4D5E6F`;
        const fn = `arn:aws:lambda:us-west-2:111122223333:function:${name}-Function-1A2B3C4D5E6F`;
        const options = { stackName, isOrganization: true };
        const guard = { ...as(role), 'lambda:SourceFunctionArn': fn };
        expect(verdict(options, 'cloudtrail:UpdateTrail', guard)).toBe('silent');
        expect(verdict(options, 'iam:CreateRole', USER, role)).toBe('denied');
        expect(verdict(options, 'lambda:UpdateFunctionCode', USER, fn)).toBe('denied');
      }
    },
  );

  test.each([
    'StackSet-trailkeeperX-FunctionRole-1',
    'trailkeeperX-FunctionRole-1',
    'x/trailkeeper-FunctionRole-1',
  ])('spares no role of a name that anybody may make: %s', (name) => {
    const role = `arn:aws:iam::111122223333:role/${name}`;
    const options = { isOrganization: true };
    expect(verdict(options, 'iam:CreateRole', USER, role)).toBe('silent');
    const likeGuard = { ...as(role), 'lambda:SourceFunctionArn': GUARD_FUNCTION };
    expect(verdict(options, 'cloudtrail:UpdateTrail', likeGuard)).toBe('denied');
  });
});

describe('the guard', () => {
  test('may put trails back, but neither end one nor take its tags', () => {
    for (const action of CHANGING) expect(verdict({}, action, asGuard)).toBe('silent');
    for (const action of ENDING) expect(verdict({}, action, asGuard)).toBe('denied');
  });

  test.each([
    ['nobody', {}],
    ['another function', { 'lambda:SourceFunctionArn': GUARD_FUNCTION.replace('trailkeeper', 'orders') }],
  ])('is not who has its role through %s', (_, source) => {
    for (const action of [...CHANGING, 's3:PutBucketPolicy', 'dynamodb:PutItem', 'cloudtrail:DescribeTrails'])
      expect(verdict({}, action, { ...as(GUARD), ...source }, '*')).toBe('denied');
  });

  test('is served by Lambda, which does not say for which function', () => {
    for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:SendMessage', 'kms:Decrypt'])
      expect(verdict({}, action, as(GUARD), '*')).toBe('silent');
  });

  test('is also denied a call that no technique restores with', () => {
    const unrestored = TECHNIQUES.flatMap((technique) => ({
      ...technique,
      restore: technique.restore.filter((call) => call !== 'PutInsightSelectors'),
    }));
    const { denies } = preventionPolicies('scp', {}, unrestored);
    const of = (sid: string) => denies.find(({ statement }) => statement.Sid === sid)?.statement.Action;
    expect(of('KeepTrails')).toContain('cloudtrail:PutInsightSelectors');
    expect(of('KeepTrailsAsApproved')).not.toContain('cloudtrail:PutInsightSelectors');
  });
});

describe('mistakes in the options', () => {
  const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
  test.each<[string, DenyOptions, RegExp]>([
    ['a wildcard in a role', { breakGlassRoleArns: [role('*')] }, /has a wildcard/],
    [
      'any account’s role without an organization',
      { breakGlassRoleArns: ['arn:aws:iam::*:role/a'] },
      /only for an organization/,
    ],
    [
      'an open name, also in an organization',
      { breakGlassRoleArns: ['arn:aws:iam::*:role/a*'], isOrganization: true },
      /every account/,
    ],
    ['everybody as operator', { operatorRoleArns: [role('*')] }, /has a wildcard/],
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
    ['a bucket by name', { bucketArns: ['logs'] }, /"logs" is no ARN of a bucket/],
    ['every bucket', { bucketArns: ['arn:aws:s3:::*'] }, /no ARN of a bucket/],
    [
      'an alias as key',
      { keyArns: ['arn:aws:kms:us-west-2:111122223333:alias/logs'] },
      /no ARN of a KMS key/,
    ],
    [
      'a log group with :*',
      { logGroupArns: ['arn:aws:logs:us-west-2:111122223333:log-group:g:*'] },
      /no ARN of a log group/,
    ],
    ['every stack', { stackName: '*' }, /no name of a stack/],
    ['a path without its end', { rolePath: '/security' }, /begins and ends with a slash/],
    [
      'the guard as break-glass role',
      { breakGlassRoleArns: [GUARD], guardRoleArn: GUARD },
      /the guard could stop trails/,
    ],
    ['a partition that is none', { partition: '*' }, /no partition/],
  ])('%s is refused', (_, options, message) => {
    expect(() => preventionPolicies('iam', options)).toThrow(message);
  });

  test('a guard of another stack than the named one is refused, for its role would be bound to no function of its own', () => {
    const guardRoleArn = role('watcher-TrailKeeperFunctionRole12AB-1A2B3C4D5E6F');
    expect(() => preventionPolicies('scp', { guardRoleArn })).toThrow(/not named after the guard’s stack/);
    const source = {
      'lambda:SourceFunctionArn': GUARD_FUNCTION.replace('trailkeeper-', 'watcher-TrailKeeper'),
    };
    const options = { guardRoleArn, stackName: 'watcher' };
    expect(verdict(options, 'cloudtrail:UpdateTrail', { ...as(guardRoleArn), ...source })).toBe('silent');
  });

  test('are all named at once', () => {
    expect(() => preventionPolicies('iam', { trailArns: ['a', 'b'], guardRoleArn: 'c' })).toThrow(
      /"a".*"b".*"c"/,
    );
  });
});

describe('the explanation', () => {
  const explain = (...args: Parameters<typeof preventionPolicies>) =>
    preventionPolicies(...args).explanation.join('\n');

  test('of a service control policy says whom it cannot bind', () => {
    const text = explain('scp');
    expect(text).toContain('management account');
    expect(text).toContain('service-linked roles');
    expect(text).toContain('No break-glass role is spared');
  });

  test('of the IAM form says that it can be detached', () => {
    expect(explain('iam')).toContain('detach');
  });

  test('of a boundary says that it gives no right', () => {
    expect(explain('permissions-boundary')).toContain('gives nobody a right');
  });

  test('of a boundary names what had no room', () => {
    const bucketArns = ['a', 'b', 'c', 'd'].map((name) => `arn:aws:s3:::${name.repeat(60)}`);
    const { denies, explanation } = preventionPolicies('permissions-boundary', { bucketArns });
    expect(denies.map(({ statement }) => statement.Sid)).not.toContain('KeepDetectors');
    expect(explanation.join('\n')).toMatch(/Had no room.*the other detectors/);
  });

  test('names what is not covered', () => {
    expect(explain('scp')).toMatch(/Not covered.*--bucket.*--key.*--topic.*--log-group/);
    expect(explain('scp', { bucketArns: ['arn:aws:s3:::logs'] })).not.toContain('--bucket');
  });
});
