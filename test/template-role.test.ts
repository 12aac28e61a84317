import { describe, expect, test } from 'vitest';
import { synthesizeTemplate } from '../scripts/synthesize-template.ts';
import { READING_ACTIONS } from '../src/domain/reading-actions.ts';
import { evaluatePolicy, type Policy } from './policy-evaluator.ts';
import { PLACE, resolveTemplate, type Template } from './template-resolver.ts';

const template = JSON.parse(synthesizeTemplate('exports.handler = async () => {};')) as Template;

const MAIN = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main';
const ELSEWHERE = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/elsewhere';
const SIBLING = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/maintenance';
const FOREIGN = 'arn:aws:cloudtrail:eu-west-1:444455556666:trail/main';

const BUCKET = 'arn:aws:s3:::logs';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:trail-delivery';
const GROUP = 'arn:aws:logs:eu-west-1:111122223333:log-group:trail';
const GROUP_2 = 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/trail-2';
const LOGS_ROLE = 'arn:aws:iam::111122223333:role/service-role/CloudTrailLogs';

const DESTINATIONS = {
  BucketArns: BUCKET,
  KeyArns: KEY,
  TopicArns: TOPIC,
  LogGroupArns: `${GROUP},${GROUP_2}`,
  LogsRoleArn: LOGS_ROLE,
};

const EVERYTHING = {
  ...DESTINATIONS,
  RestoreScope: 'trail-and-destination',
  ImportFindings: 'true',
  NoteOnFindings: 'true',
};

const TECHNIQUE_READS = Object.entries(READING_ACTIONS)
  .filter(
    ([part]) =>
      !['status', 'trail', 'eventSelectors', 'insightSelectors', 'eventConfiguration', 'tags'].includes(part),
  )
  .flatMap(([, actions]) => actions)
  .filter((action, index, all) => all.indexOf(action) === index)
  .sort();

function roleOf(name: string, parameters: Readonly<Record<string, string>>): Policy {
  const role = resolveTemplate(template, { SecurityContactEmail: 'a@b.example', ...parameters })[name];
  const [policy, ...others] = role?.Properties.Policies ?? [];
  expect(others).toEqual([]);
  expect(role?.Properties.ManagedPolicyArns).toBeUndefined();
  return policy.PolicyDocument;
}

const functionRole = (parameters: Readonly<Record<string, string>> = {}) =>
  roleOf('FunctionRole', parameters);
const allows = (
  policy: Policy,
  action: string,
  resource: string,
  context?: Readonly<Record<string, string>>,
) => evaluatePolicy(policy, { action, resource, ...(context && { context }) }) === 'allowed';
const grantsOf = ({ Statement }: Policy) =>
  Statement.flatMap(({ Action, Resource }) =>
    [Action].flat().map((action) => `${action} ${[Resource].flat().join(' ')}`),
  );
/** What a guard may do that one which only tells may not. */
function changesOf(parameters: Readonly<Record<string, string>> = {}): readonly string[] {
  const inNotify = grantsOf(functionRole({ Mode: 'notify' }));
  const more = grantsOf(functionRole(parameters)).filter((grant) => !inNotify.includes(grant));
  return more.map((grant) => grant.split(' ')[0] ?? '');
}
const trailsOf = (policy: Policy) =>
  policy.Statement.flatMap(({ Action, Resource }) =>
    Action?.includes('cloudtrail:GetTrailStatus') ? Resource : [],
  );

describe('the role of the function', () => {
  test('may start every trail of this account, and of no other, when none is named', () => {
    const role = functionRole();
    expect(allows(role, 'cloudtrail:StartLogging', MAIN)).toBe(true);
    expect(allows(role, 'cloudtrail:StartLogging', ELSEWHERE)).toBe(true);
    expect(allows(role, 'cloudtrail:StartLogging', FOREIGN)).toBe(false);
  });

  test.each([
    ['by name', 'main'],
    ['by ARN', MAIN],
  ])('may start only the trail that is named %s', (_, Trail1) => {
    const role = functionRole({ Trail1 });
    for (const action of ['cloudtrail:StartLogging', 'cloudtrail:GetTrailStatus']) {
      expect(allows(role, action, MAIN)).toBe(true);
      expect(allows(role, action, SIBLING)).toBe(false);
      expect(allows(role, action, ELSEWHERE)).toBe(false);
      expect(allows(role, action, FOREIGN)).toBe(false);
    }
  });

  test('knows five trails in any mixture of names and ARNs, each as its own ARN', () => {
    const role = functionRole({ Trail1: 'main', Trail3: ELSEWHERE, Trail4: 'a.b_c-d', Trail5: FOREIGN });
    expect(trailsOf(role)).toEqual([
      MAIN,
      ELSEWHERE,
      'arn:aws:cloudtrail:eu-west-1:111122223333:trail/a.b_c-d',
      FOREIGN,
    ]);
  });

  test('a trail whose name contains what the template cuts at is still found', () => {
    for (const name of ['arn', 'trail', 'arn-trail.arn', 'aws']) {
      expect(trailsOf(functionRole({ Trail2: name }))).toEqual([
        `arn:aws:cloudtrail:eu-west-1:111122223333:trail/${name}`,
      ]);
    }
  });

  describe('where a trail of the organization is named', () => {
    const namesake = FOREIGN.replace('444455556666', '111122223333');
    const creations = ['cloudtrail:CreateTrail', 'cloudtrail:AddTags'];

    test('may put that one back, and none of its account beside it', () => {
      const role = functionRole({ Trail2: FOREIGN });
      for (const action of [
        'cloudtrail:GetTrailStatus',
        'cloudtrail:StartLogging',
        'cloudtrail:UpdateTrail',
      ]) {
        expect(allows(role, action, FOREIGN)).toBe(true);
        for (const other of [FOREIGN.replace('main', 'other'), namesake, ELSEWHERE])
          expect(allows(role, action, other)).toBe(false);
      }
    });

    test('may make it again, for whichever of the two accounts IAM is asked, and no other trail', () => {
      const role = functionRole({ Trail1: ELSEWHERE, Trail2: FOREIGN });
      for (const action of creations) {
        expect(allows(role, action, FOREIGN)).toBe(true);
        expect(allows(role, action, namesake)).toBe(true);
        expect(allows(role, action, SIBLING)).toBe(false);
      }
    });

    test.each<Readonly<Record<string, string>>>([{ Mode: 'notify' }, { RestoreScope: 'logging' }])(
      'makes none with %o',
      (parameters) => {
        const role = functionRole({ Trail2: FOREIGN, ...parameters });
        for (const action of creations)
          for (const trail of [FOREIGN, namesake]) expect(allows(role, action, trail)).toBe(false);
      },
    );

    test('has a statement for it, which a guard of this account’s trails does not have', () => {
      const sids = (parameters: Readonly<Record<string, string>>) =>
        functionRole(parameters).Statement.map(({ Sid }) => Sid);
      expect(sids({ Trail1: FOREIGN })).toContain('MakeOrganizationTrails');
      for (const Trail1 of ['', 'main', MAIN, ELSEWHERE])
        expect(sids({ Trail1 })).not.toContain('MakeOrganizationTrails');
    });
  });

  test.each(['logging', 'trail', 'trail-and-destination'])(
    'may change nothing in mode notify and scope %s, and still see everything',
    (RestoreScope) => {
      const role = functionRole({ Mode: 'notify', RestoreScope, ...DESTINATIONS });
      expect(changesOf({ Mode: 'notify', RestoreScope, ...DESTINATIONS })).toEqual([]);
      expect(allows(role, 'cloudtrail:GetTrailStatus', MAIN)).toBe(true);
      expect(allows(role, 'cloudtrail:DescribeTrails', '*')).toBe(true);
      expect(allows(role, 's3:GetBucketPolicy', BUCKET)).toBe(true);
    },
  );

  test('is exactly this list in mode notify', () => {
    const trails = 'arn:aws:cloudtrail:*:111122223333:trail/*';
    const parameters = 'arn:aws:ssm:eu-west-1:111122223333:parameter/trailkeeper';
    const reading = TECHNIQUE_READS.map((action) => `${action} *`);
    expect(grantsOf(functionRole({ Mode: 'notify' }))).toEqual([
      'cloudtrail:DescribeTrails *',
      'cloudtrail:LookupEvents *',
      `cloudtrail:GetEventConfiguration ${trails}`,
      `cloudtrail:GetEventSelectors ${trails}`,
      `cloudtrail:GetInsightSelectors ${trails}`,
      `cloudtrail:GetTrail ${trails}`,
      `cloudtrail:GetTrailStatus ${trails}`,
      `cloudtrail:ListTags ${trails}`,
      ...reading,
      'account:ListRegions *',
      'logs:CreateLogStream <FunctionLog.Arn>',
      'logs:PutLogEvents <FunctionLog.Arn>',
      'sqs:ChangeMessageVisibility <Queue.Arn>',
      'sqs:DeleteMessage <Queue.Arn>',
      'sqs:GetQueueAttributes <Queue.Arn>',
      'sqs:ReceiveMessage <Queue.Arn>',
      'sqs:SendMessage <DeadLetterQueue.Arn>',
      'dynamodb:GetItem <Ledger.Arn>',
      'dynamodb:PutItem <Ledger.Arn>',
      'dynamodb:Query <Ledger.Arn>',
      `ssm:GetParameterHistory ${parameters}/*`,
      `ssm:GetParameters ${parameters}/*`,
      `ssm:GetParametersByPath ${parameters}/*`,
      `ssm:PutParameter ${parameters}/baseline/*`,
      `cloudformation:DescribeStacks ${PLACE['AWS::StackId']}`,
      'sns:GetTopicAttributes <Topic>',
      'sns:Publish <Topic>',
      'events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/default',
    ]);
  });

  test('changes nothing in the account but this, tier by tier', () => {
    const inScope = (RestoreScope: string) => changesOf({ RestoreScope, ...DESTINATIONS });
    const logging = ['cloudtrail:StartLogging'];
    const trail = [
      ...logging,
      'cloudtrail:AddTags',
      'cloudtrail:CreateTrail',
      'cloudtrail:PutEventConfiguration',
      'cloudtrail:PutEventSelectors',
      'cloudtrail:PutInsightSelectors',
      'cloudtrail:UpdateTrail',
      // Reads, which CloudTrail asks for in the name of whoever makes an organization trail.
      'organizations:DescribeOrganization',
      'organizations:ListAWSServiceAccessForOrganization',
      'organizations:ListAccounts',
      'iam:PassRole',
    ];
    expect(inScope('logging')).toEqual(logging);
    expect(inScope('trail')).toEqual(trail);
    const all = inScope('trail-and-destination');
    expect(all.slice(0, trail.length)).toEqual(trail);
    const further = all.slice(trail.length);
    expect(further.length).toBeGreaterThan(20);
    expect(further.filter((action) => !/^(s3|kms|sns|logs):/.test(action))).toEqual([]);
  });

  test('puts trails back by default, and no destination', () => {
    expect(changesOf()).toContain('cloudtrail:UpdateTrail');
    expect(changesOf(DESTINATIONS).filter((action) => /^(s3|kms|sns|logs):/.test(action))).toEqual([]);
  });

  describe('in scope trail-and-destination', () => {
    const far = (parameters: Readonly<Record<string, string>> = DESTINATIONS) =>
      functionRole({ RestoreScope: 'trail-and-destination', ...parameters });

    test.each([
      ['s3:PutBucketPolicy', BUCKET],
      ['kms:EnableKey', KEY],
      ['sns:SetTopicAttributes', TOPIC],
      ['logs:PutRetentionPolicy', GROUP],
      // As CloudWatch Logs checks it.
      ['logs:PutRetentionPolicy', `${GROUP}:log-stream:`],
      ['logs:CreateLogGroup', `${GROUP_2}:log-stream:`],
    ])('may %s on what was given, and on nothing else', (action, resource) => {
      expect(allows(far(), action, resource)).toBe(true);
      for (const other of [
        '*',
        `${resource.replace(/:log-stream:$/, '')}2`,
        resource.replace('111122223333', '444455556666'),
      ])
        if (other !== resource) expect(allows(far(), action, other)).toBe(false);
    });

    test.each(['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc', 'aws-iso-b'])(
      'may put back what is in a log group, as IAM names it in the partition %s, and nothing in another',
      (partition) => {
        const group = GROUP.replace('arn:aws:', `arn:${partition}:`);
        const role = far({ LogGroupArns: `${GROUP_2},${group}` });
        for (const resource of [group, `${group}:*`, `${group}:log-stream:`])
          expect(allows(role, 'logs:PutRetentionPolicy', resource)).toBe(true);
        for (const resource of [`${group}2`, `${group}2:*`, group.replace(partition, 'aws-iso')])
          expect(allows(role, 'logs:PutRetentionPolicy', resource)).toBe(false);
      },
    );

    test('may put back nothing of a kind of which none was given', () => {
      expect(allows(far({}), 's3:PutBucketPolicy', BUCKET)).toBe(false);
      const onlyBuckets = far({ BucketArns: BUCKET });
      expect(allows(onlyBuckets, 's3:PutBucketPolicy', BUCKET)).toBe(true);
      for (const [action, resource] of [
        ['kms:EnableKey', KEY],
        ['sns:SetTopicAttributes', TOPIC],
        ['logs:PutRetentionPolicy', GROUP],
      ] as const) {
        expect(allows(onlyBuckets, action, resource)).toBe(false);
      }
    });

    test.each([
      's3:DeleteBucket',
      's3:PutObject',
      's3:GetObject',
      's3:ListBucket',
      's3:DeleteObject',
      'kms:ScheduleKeyDeletion',
      'kms:DisableKey',
      'kms:CreateGrant',
      'kms:Decrypt',
      'sns:DeleteTopic',
      'sns:Unsubscribe',
      'logs:DeleteLogGroup',
      'logs:DeleteLogStream',
    ])('never allows %s', (action) => {
      for (const resource of [BUCKET, `${BUCKET}/x`, KEY, TOPIC, GROUP])
        expect(allows(far(), action, resource)).toBe(false);
    });
  });

  test('may pass on the role of the log group to CloudTrail, and no other role, and to nobody else', () => {
    const toCloudTrail = { 'iam:PassedToService': 'cloudtrail.amazonaws.com' };
    const role = functionRole({ LogsRoleArn: LOGS_ROLE });
    expect(allows(role, 'iam:PassRole', LOGS_ROLE, toCloudTrail)).toBe(true);
    expect(allows(role, 'iam:PassRole', LOGS_ROLE, { 'iam:PassedToService': 'lambda.amazonaws.com' })).toBe(
      false,
    );
    expect(allows(role, 'iam:PassRole', LOGS_ROLE)).toBe(false);
    expect(allows(role, 'iam:PassRole', `${LOGS_ROLE}2`, toCloudTrail)).toBe(false);
    expect(allows(functionRole(), 'iam:PassRole', LOGS_ROLE, toCloudTrail)).toBe(false);
    const onlyStarts = functionRole({ LogsRoleArn: LOGS_ROLE, RestoreScope: 'logging' });
    expect(allows(onlyStarts, 'iam:PassRole', LOGS_ROLE, toCloudTrail)).toBe(false);
  });

  test('keeps baselines, and opens no window', () => {
    const parameter = (path: string) => `arn:aws:ssm:eu-west-1:111122223333:parameter/trailkeeper/${path}`;
    const role = functionRole();
    expect(allows(role, 'ssm:PutParameter', parameter('baseline/eu-west-1/main/manifest'))).toBe(true);
    expect(allows(role, 'ssm:PutParameter', parameter('window/eu-west-1/main'))).toBe(false);
    expect(allows(role, 'ssm:GetParameterHistory', parameter('window/eu-west-1/main'))).toBe(true);
    expect(allows(role, 'ssm:DeleteParameter', parameter('baseline/eu-west-1/main/manifest'))).toBe(false);
    expect(allows(role, 'ssm:GetParameters', 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders')).toBe(
      false,
    );
  });

  test('puts events on no bus but the default one of this Region', () => {
    const bus = 'arn:aws:events:eu-west-1:111122223333:event-bus/default';
    expect(allows(functionRole(), 'events:PutEvents', bus)).toBe(true);
    for (const other of [bus.replace('default', 'orders'), bus.replace('111122223333', '444455556666'), '*'])
      expect(allows(functionRole(), 'events:PutEvents', other)).toBe(false);
  });

  test('has nothing to do with Security Hub unless it is asked to', () => {
    const hub = 'arn:aws:securityhub:eu-west-1:111122223333:hub/default';
    const product = 'arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/default';
    const may = (role: Policy) => [
      allows(role, 'securityhub:BatchImportFindings', product),
      allows(role, 'securityhub:BatchUpdateFindings', hub) && allows(role, 'securityhub:GetFindings', hub),
    ];
    expect(may(functionRole())).toEqual([false, false]);
    expect(may(functionRole({ ImportFindings: 'true' }))).toEqual([true, false]);
    expect(may(functionRole({ NoteOnFindings: 'true' }))).toEqual([false, true]);
  });

  test.each([
    'cloudtrail:StopLogging',
    'cloudtrail:DeleteTrail',
    'cloudtrail:RemoveTags',
    'iam:PutRolePolicy',
    'iam:UpdateAssumeRolePolicy',
    'iam:CreateRole',
    'organizations:AttachPolicy',
    'organizations:EnableAWSServiceAccess',
    'iam:CreateServiceLinkedRole',
    'securityhub:DisableSecurityHub',
    'guardduty:UpdateDetector',
    'config:StopConfigurationRecorder',
    'lambda:UpdateFunctionConfiguration',
    'logs:CreateLogGroup',
    'sqs:PurgeQueue',
    'dynamodb:DeleteTable',
    'dynamodb:DeleteItem',
    'events:PutRule',
    'sns:Subscribe',
    'kms:Decrypt',
  ])('never allows %s, however far it may go', (action) => {
    const role = functionRole({ ...EVERYTHING, BucketArns: BUCKET, LogGroupArns: '' });
    for (const resource of [
      '*',
      MAIN,
      LOGS_ROLE,
      'arn:aws:iam::111122223333:role/other',
      '<Function.Arn>',
      '<FunctionRole.Arn>',
      '<Queue.Arn>',
      '<Ledger.Arn>',
      '<Topic>',
      '<FunctionLog.Arn>',
    ]) {
      expect(allows(role, action, resource)).toBe(false);
    }
  });

  test('of what trails depend on it reads configuration, and never what is stored', () => {
    for (const action of TECHNIQUE_READS) expect(allows(functionRole(), action, '*')).toBe(true);
    for (const action of [
      's3:GetObject',
      's3:ListBucket',
      'kms:Decrypt',
      'logs:GetLogEvents',
      'logs:FilterLogEvents',
    ])
      for (const resource of ['*', BUCKET, `${BUCKET}/x`, KEY, GROUP])
        expect(allows(functionRole(EVERYTHING), action, resource)).toBe(false);
  });

  test('fits into IAM’s 10,240 characters for a role’s own policies with everything on and two of each destination', () => {
    const longest = (text: string) => text.padEnd(100, 'x');
    const two = (arn: string) => `${longest(arn)},${longest(`${arn}2`)}`;
    const role = functionRole({
      ...EVERYTHING,
      BucketArns: two(BUCKET),
      KeyArns: two(KEY),
      TopicArns: two(TOPIC),
      LogGroupArns: two(GROUP),
      AlertTopicArn: longest('arn:aws:sns:us-east-1:999900001111:alerts'),
      EncryptionKeyArn: KEY,
      ...Object.fromEntries(
        [1, 2, 3, 4, 5].map((number) => [`Trail${number}`, `trail-${number}`.padEnd(60, 'x')]),
      ),
    });
    // What stands for what only exists afterwards is shorter than it.
    const text = JSON.stringify(role).replaceAll(/<\w+(\.Arn)?>/g, 'x'.repeat(110));
    expect(text.length).toBeLessThanOrEqual(10_240);
  });

  test('sends nothing to its own queue: that would be a loop', () => {
    expect(allows(functionRole(), 'sqs:SendMessage', '<Queue.Arn>')).toBe(false);
  });

  describe('with a given topic', () => {
    const AlertTopicArn = 'arn:aws:sns:us-east-1:999900001111:alerts';
    const role = functionRole({ AlertTopicArn });
    const key = 'arn:aws:kms:us-east-1:999900001111:key/1234';
    const throughSns = {
      'kms:ViaService': 'sns.us-east-1.amazonaws.com',
      'kms:EncryptionContext:aws:sns:topicArn': AlertTopicArn,
    };

    test('may publish to exactly that topic', () => {
      expect(allows(role, 'sns:Publish', AlertTopicArn)).toBe(true);
      expect(allows(role, 'sns:Publish', `${AlertTopicArn}2`)).toBe(false);
      expect(allows(role, 'sns:Publish', '<Topic>')).toBe(false);
    });

    test('may use its key through SNS for that topic, and in no other way', () => {
      for (const action of ['kms:Decrypt', 'kms:GenerateDataKey']) {
        expect(allows(role, action, key, throughSns)).toBe(true);
        expect(allows(role, action, key)).toBe(false);
        expect(
          allows(role, action, key, { ...throughSns, 'kms:ViaService': 's3.us-east-1.amazonaws.com' }),
        ).toBe(false);
        const otherTopic = { ...throughSns, 'kms:EncryptionContext:aws:sns:topicArn': `${AlertTopicArn}2` };
        expect(allows(role, action, key, otherTopic)).toBe(false);
        expect(allows(role, action, key.replace('us-east-1', 'eu-west-1'), throughSns)).toBe(false);
      }
    });
  });

  describe('with a customer’s key', () => {
    const EncryptionKeyArn = 'arn:aws:kms:eu-west-1:111122223333:key/4321dcba-12ab-34cd-56ef-1234567890ab';
    const role = functionRole({ EncryptionKeyArn });
    const via = (service: string) => `${service}.eu-west-1.amazonaws.com`;
    const group = 'arn:aws:logs:eu-west-1:111122223333:log-group:<FunctionLog>';
    const uses = [
      {
        what: 'publish to its topic',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        context: { 'kms:ViaService': via('sns'), 'kms:EncryptionContext:aws:sns:topicArn': '<Topic>' },
      },
      {
        what: 'read and write its ledger',
        actions: ['kms:Decrypt'],
        context: {
          'kms:ViaService': via('dynamodb'),
          'kms:EncryptionContext:aws:dynamodb:tableName': '<Ledger>',
          'kms:EncryptionContext:aws:dynamodb:subscriberId': '111122223333',
        },
      },
      {
        what: 'write its log',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        context: { 'kms:ViaService': via('logs'), 'kms:EncryptionContext:aws:logs:arn': group },
      },
    ];

    test.each(uses)('may use it to $what, and nothing of that in any other way', ({ actions, context }) => {
      for (const action of actions) {
        expect(allows(role, action, EncryptionKeyArn, context)).toBe(true);
        expect(allows(role, action, EncryptionKeyArn)).toBe(false);
        expect(allows(role, action, KEY, context)).toBe(false);
        for (const name of Object.keys(context))
          expect(allows(role, action, EncryptionKeyArn, { ...context, [name]: 'other' })).toBe(false);
      }
    });

    test('may do nothing else with it', () => {
      const granted = grantsOf(role).filter((grant) => grant.startsWith('kms:') && !grant.endsWith(' *'));
      expect(granted).toEqual([
        `kms:Decrypt ${EncryptionKeyArn}`,
        `kms:GenerateDataKey ${EncryptionKeyArn}`,
        `kms:Decrypt ${EncryptionKeyArn}`,
        `kms:Decrypt ${EncryptionKeyArn}`,
        `kms:GenerateDataKey ${EncryptionKeyArn}`,
      ]);
    });

    test('publishes to a given topic by that topic’s key, and has no right through SNS on this one', () => {
      const AlertTopicArn = 'arn:aws:sns:eu-west-1:111122223333:alerts';
      const sids = functionRole({ EncryptionKeyArn, AlertTopicArn }).Statement.map(({ Sid }) => Sid);
      expect(sids).toEqual(expect.arrayContaining(['UseKeyOfGivenTopic', 'UseKeyOfLedger', 'UseKeyOfLog']));
      expect(sids).not.toContain('UseKeyOfTopic');
    });
  });
});

test('the role of the schedule may invoke the function and send dead letters, for schedules of this account', () => {
  expect(roleOf('ScheduleRole', {}).Statement).toEqual([
    { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: '<Function.Arn>' },
    { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '<DeadLetterQueue.Arn>' },
  ]);
  const role = resolveTemplate(template, {}).ScheduleRole;
  expect(role?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
    {
      Effect: 'Allow',
      Principal: { Service: 'scheduler.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    },
  ]);
});
