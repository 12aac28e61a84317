import { describe, expect, test } from 'vitest';
import { preventionPolicies } from '../src/cli/policy.ts';
import { RESTORING_CALLS } from '../src/domain/restoring-call.ts';
import { evaluate } from '../src/local/services/iam/policy/evaluate.ts';
import { parsePolicy } from '../src/local/services/iam/policy/parse-policy.ts';
import { techniqueActions } from '../src/policy/prevention/denied-actions.ts';
import { LEFT_ALONE, TECHNIQUES_LEFT_ALONE } from '../src/policy/prevention/left-alone.ts';
import { TECHNIQUES } from '../src/techniques/index.ts';
import { evaluatePolicy } from './policy-evaluator.ts';

const ACCOUNT = '111122223333';
const iam = (name: string, account = ACCOUNT) => `arn:aws:iam::${account}:${name}`;
const GUARD_FUNCTION = `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:trailkeeper-Function-1A2B3C4D5E6F`;
const GUARD = iam('role/trailkeeper-FunctionRole-1A2B3C4D5E6F');

const OPTIONS = {
  isOrganization: true,
  bucketArns: ['arn:aws:s3:::organization-logs'],
  keyArns: [`arn:aws:kms:eu-west-1:${ACCOUNT}:key/0a1b2c3d`],
  topicArns: [`arn:aws:sns:eu-west-1:${ACCOUNT}:trail-topic`],
  logGroupArns: [`arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:trail-logs`],
  logsRoleArn: iam('role/trail-logs'),
  breakGlassRoleArns: ['arn:aws:iam::*:role/security/break-glass'],
  operatorRoleArns: ['arn:aws:iam::*:role/stacksets-exec-*'],
};

/** What a policy asks of whoever calls. */
type Caller = Readonly<Record<string, string>>;
const as = (arn: string, more: Caller = {}): Caller => ({ 'aws:PrincipalArn': arn, ...more });

/** Nobody of these is spared anything. */
const BOUND: Readonly<Record<string, Caller>> = {
  'an IAM user': as(iam('user/mallory')),
  'a user called like the break-glass role': as(iam('user/security/break-glass')),
  'the root user': as(iam('root')),
  'an administrator’s role': as(iam('role/admin')),
  'an administrator of Identity Center': as(
    iam('role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1'),
  ),
  'a session named break-glass': as(iam('role/developer')),
  'a role of the break-glass role’s name on another path': as(iam('role/break-glass')),
  'a role of a longer name than the break-glass role’s': as(iam('role/security/break-glass-2')),
  'a role named like it in other letters': as(iam('role/security/Break-Glass')),
  'a role of the guard’s name on a path': as(iam('role/x/trailkeeper-FunctionRole-1'), {
    'lambda:SourceFunctionArn': GUARD_FUNCTION,
  }),
  'the guard’s role in a shell': as(GUARD),
  'the guard’s role, passed to another function': as(GUARD, {
    'lambda:SourceFunctionArn': GUARD_FUNCTION.replace('trailkeeper', 'orders'),
  }),
  'the role of the guard’s schedule': as(iam('role/trailkeeper-ScheduleRole-1A2B3C4D5E6F')),
  'a role named like StackSets’ on a path': as(iam('role/x/stacksets-exec-1')),
  'a request that does not say who it is': {},
};
const BREAK_GLASS = as(iam('role/security/break-glass'));
const OTHER_BREAK_GLASS = as(iam('role/security/break-glass', '444455556666'));
const OPERATOR = as(iam('role/stacksets-exec-0a1b2c3d'));
const OWN_GUARD = as(GUARD, { 'lambda:SourceFunctionArn': GUARD_FUNCTION });

const part = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:${ACCOUNT}:${resource}`;

/** One of each thing that is kept, by the service whose actions work on it. */
const TRAIL = part('cloudtrail', 'trail/main');
const GUARDS: Readonly<Record<string, string>> = {
  cloudformation: part('cloudformation', 'stack/trailkeeper/0a1b'),
  cloudwatch: part('cloudwatch', 'alarm:trailkeeper-HeartbeatAlarm-1'),
  dynamodb: part('dynamodb', 'table/trailkeeper-Ledger-1'),
  events: part('events', 'rule/trailkeeper-CloudtrailCalls-1'),
  iam: GUARD,
  lambda: GUARD_FUNCTION,
  scheduler: part('scheduler', 'schedule/default/trailkeeper-Schedule-1'),
  sns: part('sns', 'trailkeeper-Topic-1'),
  sqs: part('sqs', 'trailkeeper-Queue-1'),
  ssm: part('ssm', 'parameter/trailkeeper/baseline/eu-west-1/main/manifest'),
};
const ON_OBJECTS = /^s3:(Delete|Put)Object/;

interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context?: Caller;
  readonly of: 'trail' | 'guard' | 'destination' | 'account';
}

/** Where a catalogued call would hurt. */
function askedOf({ action, subject }: { action: string; subject: string }): readonly Asked[] {
  const service = action.split(':')[0] ?? '';
  const destination = (resource: string): Asked => ({ action, resource, of: 'destination' });
  const guard: Asked = { action, resource: GUARDS[service] ?? '', of: 'guard' };
  const account = (resource: string): Asked => ({ action, resource, of: 'account' });
  if (action.endsWith('EventSourceMapping')) {
    const resource = part('lambda', 'event-source-mapping:0a1b');
    return [{ action, resource, context: { 'lambda:FunctionArn': GUARD_FUNCTION }, of: 'guard' }];
  }
  if (action === 'iam:DeleteServiceLinkedRole')
    return [account(iam('role/aws-service-role/cloudtrail.amazonaws.com/AWSServiceRoleForCloudTrail'))];
  if (action === 's3:PutAccountPublicAccessBlock') return [account('*')];
  switch (subject) {
    case 'trail':
      return [{ action, resource: TRAIL, of: 'trail' }];
    case 'eventDataStore':
      return [
        account(part('cloudtrail', 'eventdatastore/0a1b')),
        account(part('cloudtrail', 'channel/0a1b')),
      ];
    case 'bucket':
      return [
        destination(`arn:aws:s3:::organization-logs${ON_OBJECTS.test(action) ? '/AWSLogs/a.json.gz' : ''}`),
      ];
    case 'key':
      return OPTIONS.keyArns.map(destination);
    case 'topic':
      return [...OPTIONS.topicArns.map(destination), guard];
    case 'logGroup':
      return service === 'cloudwatch'
        ? [guard]
        : OPTIONS.logGroupArns.map((arn) => destination(`${arn}:log-stream:`));
    case 'role':
      return [destination(OPTIONS.logsRoleArn)];
    case 'guard':
      // A StackSet's actions work on another resource than its stacks'.
      return /StackSet|StackInstances/.test(action)
        ? [{ ...guard, resource: part('cloudformation', 'stackset/trailkeeper:0a1b') }]
        : [guard];
    default:
      return [account('*')];
  }
}

/** The guard's schedule is in the default group, which nobody can delete. */
const HARMFUL: readonly Asked[] = [
  ...new Map(
    techniqueActions(TECHNIQUES)
      .filter(({ action, technique }) => !(action in LEFT_ALONE) && !(technique in TECHNIQUES_LEFT_ALONE))
      .flatMap(askedOf)
      .concat(
        { action: 'iam:CreateRole', resource: GUARD, of: 'guard' },
        { action: 'iam:PassRole', resource: GUARD, of: 'guard' },
        ...[iam('role/security/break-glass'), iam('role/stacksets-exec-0a1b')].flatMap((resource) =>
          ['CreateRole', 'PassRole', 'PutRolePolicy', 'UpdateAssumeRolePolicy'].map((name) => ({
            action: `iam:${name}`,
            resource,
            of: 'account' as const,
          })),
        ),
        { action: 'dynamodb:PutItem', resource: GUARDS.dynamodb ?? '', of: 'guard' },
        {
          action: 's3:BypassGovernanceRetention',
          resource: 'arn:aws:s3:::organization-logs/a',
          of: 'destination',
        },
      )
      .map((asked) => [`${asked.action} ${asked.resource}`, asked] as const),
  ).values(),
];

/** What everybody does every day, beside the things that are kept. */
const HARMLESS: readonly Asked[] = (
  [
    ['cloudtrail:StartLogging', TRAIL],
    ['cloudtrail:AddTags', TRAIL],
    ['cloudtrail:CreateTrail', part('cloudtrail', 'trail/new')],
    ['cloudtrail:LookupEvents', '*'],
    ['cloudformation:UpdateStack', part('cloudformation', 'stack/orders/0a1b')],
    ['cloudformation:UpdateStack', part('cloudformation', 'stack/trailkeepers/0a1b')],
    ['dynamodb:PutItem', part('dynamodb', 'table/orders')],
    ['events:PutRule', part('events', 'rule/orders')],
    ['events:PutTargets', part('events', 'rule/trailkeepers-x')],
    ['guardduty:CreateFilter', '*'],
    ['iam:CreateRole', iam('role/orders')],
    ['iam:PassRole', iam('role/orders')],
    ['iam:PutRolePolicy', iam('role/orders')],
    ['iam:GetRole', GUARD],
    ['iam:DeleteServiceLinkedRole', iam('role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS')],
    ['kms:Decrypt', OPTIONS.keyArns[0] ?? ''],
    ['kms:ScheduleKeyDeletion', part('kms', 'key/another')],
    ['lambda:UpdateFunctionCode', part('lambda', 'function:orders')],
    ['lambda:GetFunction', GUARD_FUNCTION],
    ['logs:PutLogEvents', `${OPTIONS.logGroupArns[0]}:log-stream:x`],
    ['logs:DeleteLogGroup', part('logs', 'log-group:orders:log-stream:')],
    ['s3:GetObject', 'arn:aws:s3:::organization-logs/AWSLogs/a.json.gz'],
    ['s3:PutObject', 'arn:aws:s3:::organization-logs-2/a'],
    ['s3:DeleteBucket', 'arn:aws:s3:::orders'],
    ['sns:Publish', part('sns', 'trail-topic')],
    ['sqs:PurgeQueue', part('sqs', 'orders')],
    ['ssm:PutParameter', part('ssm', 'parameter/orders')],
    ['ssm:GetParameter', GUARDS.ssm ?? ''],
    ['sts:AssumeRole', iam('role/orders')],
    ['ec2:RunInstances', '*'],
    ['organizations:DescribeOrganization', '*'],
  ] as const
).map(([action, resource]) => ({ action, resource, of: 'account' }));

const { policies } = preventionPolicies('scp', OPTIONS);
const parsed = policies.map(({ text }) => parsePolicy(text, 'identity'));

/** Two evaluators, written apart from one another, must say the same. */
function isDenied({ action, resource, context = {} }: Asked, caller: Caller): boolean {
  const request = { ...caller, ...context };
  const ours = policies.some(
    ({ document }) =>
      evaluatePolicy(document as Parameters<typeof evaluatePolicy>[0], {
        action,
        resource,
        context: request,
      }) === 'denied',
  );
  const keys = new Map(Object.entries(request).map(([key, value]) => [key.toLowerCase(), value]));
  const embedded = evaluate(parsed, { action, resource, context: keys }) === 'denied';
  if (ours !== embedded) throw new Error(`the evaluators differ on ${action} of ${JSON.stringify(caller)}`);
  return ours;
}

const wronglyAllowed = (asked: readonly Asked[], callers: readonly Caller[]) =>
  asked.flatMap((one) =>
    callers
      .filter((caller) => !isDenied(one, caller))
      .map((caller) => `${one.action} on ${one.resource} by ${JSON.stringify(caller)}`),
  );
const wronglyDenied = (asked: readonly Asked[], callers: readonly Caller[]) =>
  asked.flatMap((one) =>
    callers
      .filter((caller) => isDenied(one, caller))
      .map((caller) => `${one.action} on ${one.resource} by ${JSON.stringify(caller)}`),
  );

/** What the guard's function may change, by the tiers of what it restores. */
const RESTORES = new Set(
  Object.entries(RESTORING_CALLS)
    .filter(([, { tier }]) => tier !== 'operator')
    .flatMap(([call, { service, actions }]) => actions ?? [`${service}:${call}`]),
);
const isGuards = ({ action, of }: Asked): boolean =>
  of === 'guard'
    ? ['dynamodb:PutItem', 'ssm:PutParameter'].includes(action)
    : of !== 'account' && RESTORES.has(action);

describe(`the service control policies, ${HARMFUL.length} harmful calls × ${Object.keys(BOUND).length + 4} callers`, () => {
  test('are asked about enough', () => {
    expect(HARMFUL.length).toBeGreaterThan(150);
    expect(Object.keys(BOUND).length).toBeGreaterThan(12);
  });

  test('let nobody who is bound do harm', () => {
    expect(wronglyAllowed(HARMFUL, Object.values(BOUND))).toEqual([]);
  });

  test('let a break-glass role do everything, in every account', () => {
    expect(wronglyDenied([...HARMFUL, ...HARMLESS], [BREAK_GLASS, OTHER_BREAK_GLASS])).toEqual([]);
  });

  test('let an operator change the guard, and nothing else', () => {
    const own = HARMFUL.filter(({ of }) => of === 'guard');
    expect(wronglyDenied(own, [OPERATOR])).toEqual([]);
    expect(
      wronglyAllowed(
        HARMFUL.filter((asked) => !own.includes(asked)),
        [OPERATOR],
      ),
    ).toEqual([]);
  });

  test('let the guard’s function put back what it restores, and nothing else', () => {
    expect(wronglyDenied(HARMFUL.filter(isGuards), [OWN_GUARD])).toEqual([]);
    expect(
      wronglyAllowed(
        HARMFUL.filter((asked) => !isGuards(asked)),
        [OWN_GUARD],
      ),
    ).toEqual([]);
  });

  test('stand in nobody’s way beside that', () => {
    const callers = Object.entries(BOUND)
      .filter(([name]) => !name.startsWith('the guard’s role'))
      .map(([, caller]) => caller);
    expect(wronglyDenied(HARMLESS, [...callers, OPERATOR, OWN_GUARD])).toEqual([]);
  });
});
