import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { synthesizeTemplate } from '../scripts/synthesize-template.ts';
import { acceptsParameters, type Resource, resolveTemplate, type Template } from './template-resolver.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: what Fn::Sub would replace, the template must leave alone
const CODE = 'exports.handler = async () => `guards \\${this}`;\nexports.second = "line";\n';
const text = synthesizeTemplate(CODE);
const template = JSON.parse(text) as Template;
const MAIL = { SecurityContactEmail: 'security@corp.example' };

const deploy = (parameters: Readonly<Record<string, string>> = {}) =>
  resolveTemplate(template, { ...MAIL, ...parameters });
const resource = (name: string, parameters?: Readonly<Record<string, string>>): Resource => {
  const found = deploy(parameters)[name];
  if (!found) throw new Error(`${name} is not deployed`);
  return found;
};
const ofType = (type: string) => Object.values(deploy()).filter(({ Type }) => Type === type);

describe('the template as a file', () => {
  test('is the same for the same source', () => {
    expect(synthesizeTemplate(CODE)).toBe(text);
  });

  test('leaves room for the function: without it, it has at most 84,000 bytes', () => {
    expect(Buffer.byteLength(text) - Buffer.byteLength(CODE)).toBeLessThanOrEqual(84_000);
  });

  test('holds nothing that only CDK reads: no bootstrap version, no asset, no path, no hash in a name', () => {
    expect(text).not.toMatch(/bootstrap|aws:cdk|CDKMetadata|AssetParameters/i);
    for (const name of Object.keys(template.Resources)) {
      expect(name).toMatch(/^[A-Z][A-Za-z0-9]{3,24}$/);
      expect(name).not.toMatch(/[0-9A-F]{8}$/);
    }
  });

  test('shows the function line by line, and deploys exactly its code', () => {
    const { ZipFile } = template.Resources.Function?.Properties.Code ?? {};
    expect(ZipFile['Fn::Join'][1]).toEqual(CODE.split('\n'));
    expect(resource('Function').Properties.Code.ZipFile).toBe(CODE);
  });

  const cfnLint = spawnSync('cfn-lint', ['--version']).status === 0;
  test.skipIf(!cfnLint)(
    cfnLint ? 'passes cfn-lint' : 'passes cfn-lint (cfn-lint is not installed)',
    { timeout: 120_000 },
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'template-'));
      const file = join(folder, 'trailkeeper.template.json');
      writeFileSync(file, text);
      const { stdout, stderr, status } = spawnSync('cfn-lint', [file], { encoding: 'utf8' });
      rmSync(folder, { recursive: true });
      expect(`${stdout}${stderr}`).toBe('');
      expect(status).toBe(0);
    },
  );
});

describe('the parameters', () => {
  test('need someone to tell: a mail address, a topic, or both', () => {
    const AlertTopicArn = 'arn:aws:sns:eu-west-1:111122223333:alerts';
    expect(acceptsParameters(template, {})).toBe(false);
    expect(acceptsParameters(template, MAIL)).toBe(true);
    expect(acceptsParameters(template, { AlertTopicArn })).toBe(true);
    expect(acceptsParameters(template, { ...MAIL, AlertTopicArn })).toBe(true);
  });

  const isTaken = (parameter: string, value: string) =>
    new RegExp(`^(?:${template.Parameters[parameter]?.AllowedPattern})$`).test(value);

  test.each([
    ['SecurityContactEmail', ['', 'a@b.example', 'first.last+aws@mail.corp.example']],
    ['AlertTopicArn', ['', 'arn:aws:sns:eu-west-1:111122223333:alerts', 'arn:aws-cn:sns:cn-north-1:1:a']],
    ['Trail1', ['', 'main', 'arn:aws-us-gov:cloudtrail:us-gov-west-1:111122223333:trail/my.trail_1-a']],
    [
      'ApprovedPrincipals',
      [
        '',
        'arn:aws:iam::111122223333:role/ops/terraform,AROAEXAMPLEEXAMPLE12',
        'arn:aws-cn:iam::111122223333:user/operator',
      ],
    ],
    ['BucketArns', ['', 'arn:aws:s3:::my.logs-1']],
    ['KeyArns', ['arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab']],
    ['TopicArns', ['arn:aws:sns:eu-west-1:111122223333:delivery']],
    ['LogGroupArns', ['arn:aws:logs:eu-west-1:111122223333:log-group:/aws/cloudtrail/main']],
    ['LogsRoleArn', ['', 'arn:aws:iam::111122223333:role/service-role/CloudTrail_Logs']],
    [
      'EncryptionKeyArn',
      [
        '',
        'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        'arn:aws-cn:kms:cn-north-1:444455556666:key/mrk-1234abcd12ab34cd56ef1234567890ab',
      ],
    ],
  ])('%s takes what is right', (parameter, values) => {
    const right = values.filter((value) => !value.includes(':1:'));
    expect(right.filter((value) => !isTaken(parameter, value))).toEqual([]);
  });

  test.each([
    ['SecurityContactEmail', ['security', 'a@b', 'a b@c.example', 'a@b@c.example']],
    [
      'AlertTopicArn',
      ['alerts', 'arn:aws:sns:eu-west-1:111122223333:alerts.fifo', 'arn:aws:sqs:eu-west-1:111122223333:q'],
    ],
    [
      'Trail5',
      ['*', 'main,other', 'trail/main', 'arn:aws:cloudtrail:*:111122223333:trail/main', 'arn:aws:s3:::main'],
    ],
    [
      'ApprovedPrincipals',
      [
        '*',
        'operator',
        'arn:aws:iam::111122223333:role/*',
        'arn:aws:sts::111122223333:assumed-role/ops/jane',
      ],
    ],
    ['BucketArns', ['my-logs', 'arn:aws:s3:::*', 'arn:aws:kms:eu-west-1:111122223333:key/1']],
    ['LogGroupArns', ['arn:aws:logs:eu-west-1:111122223333:log-group:main:*']],
    ['LogsRoleArn', ['arn:aws:iam::111122223333:role/*', 'arn:aws:iam::111122223333:user/jane']],
    [
      'EncryptionKeyArn',
      [
        'alias/guard',
        'arn:aws:kms:eu-west-1:111122223333:alias/guard',
        'arn:aws:kms:eu-west-1:111122223333:key/*',
        '1234abcd-12ab-34cd-56ef-1234567890ab',
      ],
    ],
  ])('%s refuses what is wrong', (parameter, values) => {
    expect(values.filter((value) => isTaken(parameter, value))).toEqual([]);
  });

  test('are all described, and the console asks for each in a group', () => {
    const { ParameterGroups } = JSON.parse(text).Metadata['AWS::CloudFormation::Interface'];
    const grouped = ParameterGroups.flatMap((group: { Parameters: string[] }) => group.Parameters);
    expect(grouped.sort()).toEqual(Object.keys(template.Parameters).sort());
    for (const parameter of Object.values(template.Parameters)) expect(parameter.Description).toBeTruthy();
  });
});

describe('the way of an event', () => {
  const rules = ofType('AWS::Events::Rule');

  test('starts at rules that each pin the source, the account and the kind of event', () => {
    expect(rules.length).toBeGreaterThan(20);
    for (const { Properties } of rules) {
      const { source, account, 'detail-type': types } = Properties.EventPattern;
      expect(source.length).toBeGreaterThan(0);
      for (const one of source) expect(one).toMatch(/^aws\.[a-z0-9-]+$/);
      expect(account).toEqual(['111122223333']);
      expect(types.length).toBeGreaterThan(0);
      for (const type of types) expect(type).toMatch(/^[A-Z][\w -]+$/);
    }
  });

  test('loses nothing on the way to the queue: every target has a retry policy and a dead-letter queue', () => {
    for (const { Properties } of rules) {
      expect(Properties.Targets).toEqual([
        {
          Id: 'Queue',
          Arn: '<Queue.Arn>',
          DeadLetterConfig: { Arn: '<DeadLetterQueue.Arn>' },
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        },
      ]);
    }
  });

  test('waits in a queue that outlasts the function, keeps for 14 days, and gives up after five receives', () => {
    const { Timeout } = resource('Function').Properties;
    expect(resource('Queue').Properties).toEqual({
      MessageRetentionPeriod: 14 * 86_400,
      RedrivePolicy: { deadLetterTargetArn: '<DeadLetterQueue.Arn>', maxReceiveCount: 5 },
      SqsManagedSseEnabled: true,
      VisibilityTimeout: 6 * Timeout,
    });
  });

  test.each(['Queue', 'DeadLetterQueue'])('lets nobody but the guard’s own rules send to %s', (queue) => {
    const { Queues, PolicyDocument } = resource(`${queue}Policy`).Properties;
    expect(Queues).toEqual([`<${queue}>`]);
    const senders = PolicyDocument.Statement[0].Condition.ArnEquals['aws:SourceArn'];
    const own = Object.entries(deploy()).filter(([, { Type }]) => Type === 'AWS::Events::Rule');
    expect([...senders].sort()).toEqual(own.map(([name]) => `<${name}.Arn>`).sort());
    expect(PolicyDocument.Statement).toEqual([
      {
        Sid: 'OwnRulesSend',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: `<${queue}.Arn>`,
        Condition: { ArnEquals: { 'aws:SourceArn': expect.any(Array) } },
      },
      {
        Sid: 'OnlyOverTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sqs:*',
        Resource: `<${queue}.Arn>`,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
  });

  test('ends in the function, whose messages fail or succeed one by one', () => {
    expect(resource('EventSourceMapping').Properties).toEqual({
      EventSourceArn: '<Queue.Arn>',
      FunctionName: '<Function>',
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });
});

describe('the queue’s policy', () => {
  const buckets = { BucketArns: 'arn:aws:s3:::logs,arn:aws:s3:::more-logs' };

  test('lets the rule for log files send only where buckets are given', () => {
    const senders = (parameters = {}) =>
      resource('QueuePolicy', parameters).Properties.PolicyDocument.Statement[0].Condition.ArnEquals[
        'aws:SourceArn'
      ];
    expect(senders()).not.toContain('<LogFileCalls.Arn>');
    expect(senders(buckets)).toContain('<LogFileCalls.Arn>');
  });

  test('fits into SQS’s 8,192 bytes with the longest names AWS gives', () => {
    const { PolicyDocument } = resource('QueuePolicy', buckets).Properties;
    const longest = `arn:aws-us-gov:events:us-gov-west-1:111122223333:rule/${'x'.repeat(64)}`;
    const queue = `arn:aws-us-gov:sqs:us-gov-west-1:111122223333:${'x'.repeat(80)}`;
    const text = JSON.stringify(PolicyDocument)
      .replaceAll('<Queue.Arn>', queue)
      .replaceAll(/<\w+\.Arn>/g, longest);
    expect(text.length).toBeLessThanOrEqual(8_192);
  });
});

describe('the function', () => {
  test('is outside every VPC, has no reserved concurrency, and its failures go to the dead-letter queue', () => {
    const { Properties } = resource('Function');
    expect(Object.keys(Properties).sort()).toEqual([
      'Architectures',
      'Code',
      'DeadLetterConfig',
      'Description',
      'Environment',
      'Handler',
      'LoggingConfig',
      'MemorySize',
      'Role',
      'Runtime',
      'Timeout',
    ]);
    expect(Properties.DeadLetterConfig).toEqual({ TargetArn: '<DeadLetterQueue.Arn>' });
    expect(Properties.LoggingConfig).toEqual({ LogGroup: '<FunctionLog>', LogFormat: 'Text' });
  });

  test('is told every setting and nothing else', () => {
    expect(resource('Function', { Trail2: 'main' }).Properties.Environment.Variables).toEqual({
      TRAILKEEPER_TRAILS: ',main,,,',
      TRAILKEEPER_MODE: 'restore',
      TRAILKEEPER_RESTORE_SCOPE: 'trail',
      TRAILKEEPER_APPROVED_PRINCIPALS: '',
      TRAILKEEPER_IMPORT_FINDINGS: 'false',
      TRAILKEEPER_NOTE_ON_FINDINGS: 'false',
      TRAILKEEPER_SWEEP_MINUTES: '5',
      TRAILKEEPER_NOTIFY_ON: 'all',
      TRAILKEEPER_NOTIFY_ATTEMPTS: 'true',
      TRAILKEEPER_INCIDENT_DAYS: '365',
      TRAILKEEPER_TOPIC_ARN: '<Topic>',
      TRAILKEEPER_LEDGER_TABLE: '<Ledger>',
      TRAILKEEPER_QUEUE_URL: '<Queue>',
      TRAILKEEPER_DEAD_LETTER_QUEUE_URL: '<DeadLetterQueue>',
      TRAILKEEPER_ROLE_ARN: '<FunctionRole.Arn>',
      TRAILKEEPER_STACK_ID: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/guard/1',
      TRAILKEEPER_ACCOUNT_ID: '111122223333',
      TRAILKEEPER_PARTITION: 'aws',
    });
  });

  test('has a log group of its own that keeps lines for 90 days unless told otherwise', () => {
    expect(resource('FunctionLog').Properties).toEqual({ RetentionInDays: '90' });
    expect(resource('FunctionLog', { LogRetentionDays: '365' }).Properties).toEqual({
      RetentionInDays: '365',
    });
  });
});

describe('a customer’s key', () => {
  const EncryptionKeyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const keysIn = (parameters: Readonly<Record<string, string>>) => {
    const { Topic, Ledger, FunctionLog } = deploy(parameters);
    return {
      topic: Topic?.Properties.KmsMasterKeyId,
      ledger: Ledger?.Properties.SSESpecification,
      log: FunctionLog?.Properties.KmsKeyId,
    };
  };

  test('is that of the topic, the ledger and the log', () => {
    expect(keysIn({ EncryptionKeyArn })).toEqual({
      topic: EncryptionKeyArn,
      ledger: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: EncryptionKeyArn },
      log: EncryptionKeyArn,
    });
  });

  test('is on none of them unless it is given', () => {
    expect(keysIn({})).toEqual({});
  });

  test('is never needed for events to arrive: the queues keep SQS’s own', () => {
    const queues = Object.values(deploy({ EncryptionKeyArn })).filter(
      ({ Type }) => Type === 'AWS::SQS::Queue',
    );
    expect(queues).toHaveLength(2);
    for (const { Properties } of queues) {
      expect(Properties.SqsManagedSseEnabled).toBe(true);
      expect(Properties).not.toHaveProperty('KmsMasterKeyId');
    }
    expect(resource('Function', { EncryptionKeyArn }).Properties).not.toHaveProperty('KmsKeyArn');
  });
});

describe('every role', () => {
  const roles = (parameters: Readonly<Record<string, string>> = {}) =>
    Object.values(deploy(parameters)).filter(({ Type }) => Type === 'AWS::IAM::Role');

  test('is where the stack’s owner wants it, and bound by the policy that is asked for', () => {
    const PermissionsBoundaryArn = 'arn:aws:iam::111122223333:policy/bounds/guards';
    for (const { Properties } of roles({ RolePath: '/security/guards/', PermissionsBoundaryArn }))
      expect(Properties).toMatchObject({
        Path: '/security/guards/',
        PermissionsBoundary: PermissionsBoundaryArn,
      });
  });

  test('has no boundary when none is asked for', () => {
    for (const { Properties } of roles()) {
      expect(Properties).not.toHaveProperty('PermissionsBoundary');
      expect(Properties.Path).toBe('/');
    }
  });
});

describe('the sweep', () => {
  test.each([
    ['1', 'rate(1 minute)'],
    ['5', 'rate(5 minutes)'],
    ['60', 'rate(60 minutes)'],
  ])('every %s minutes is %s', (SweepMinutes, expression) => {
    expect(resource('Schedule', { SweepMinutes }).Properties.ScheduleExpression).toBe(expression);
  });

  test('goes straight to the function, and to the dead-letter queue when it does not arrive', () => {
    expect(resource('Schedule').Properties.Target).toEqual({
      Arn: '<Function.Arn>',
      RoleArn: '<ScheduleRole.Arn>',
      Input: '{"trailkeeper":"sweep"}',
      DeadLetterConfig: { Arn: '<DeadLetterQueue.Arn>' },
      RetryPolicy: { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 5 },
    });
  });

  test('ends every deployment: it waits for all other parts and sees every parameter, the release and the code', () => {
    const { Properties, DependsOn } = resource('Coverage');
    const rules = Object.entries(deploy()).filter(([, { Type }]) => Type === 'AWS::Events::Rule');
    expect(DependsOn).toEqual(
      [
        'DeadLetterQueuePolicy',
        'EventSourceMapping',
        'QueuePolicy',
        'Schedule',
        ...rules.map(([name]) => name),
      ].sort((one, other) => one.localeCompare(other)),
    );
    expect(Properties.Subscription).toBe('<Subscription>');
    expect(Properties).toMatchObject({
      ServiceToken: '<Function.Arn>',
      Release: expect.stringMatching(/^\d/),
      Code: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const seen = JSON.stringify(template.Resources.Coverage);
    for (const name of Object.keys(template.Parameters)) expect(seen).toContain(`{"Ref":"${name}"}`);
  });
});

describe('the ledger', () => {
  test('survives the stack, is protected from deletion, and can be read as of any second', () => {
    const { DeletionPolicy, Properties } = resource('Ledger');
    expect(DeletionPolicy).toBe('Retain');
    expect(Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
    expect(Properties.TableName).toBeUndefined();
  });
});

describe('people', () => {
  const AlertTopicArn = 'arn:aws:sns:us-east-1:999900001111:alerts';

  test('are told by a topic made for it, to which only this account and its alarms publish, over TLS', () => {
    const resources = deploy();
    expect(resources.Subscription?.Properties).toEqual({
      Endpoint: MAIL.SecurityContactEmail,
      Protocol: 'email',
      TopicArn: '<Topic>',
    });
    const [alarms, tls] = resources.TopicPolicy?.Properties.PolicyDocument.Statement ?? [];
    expect(alarms).toMatchObject({
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    });
    expect(tls).toMatchObject({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
  });

  test('are told by the topic that is given, and no other is made', () => {
    const resources = resolveTemplate(template, { AlertTopicArn });
    expect(resources.Topic).toBeUndefined();
    expect(resources.TopicPolicy).toBeUndefined();
    expect(resources.Subscription).toBeUndefined();
    expect(resources.Function?.Properties.Environment.Variables.TRAILKEEPER_TOPIC_ARN).toBe(AlertTopicArn);
  });

  test('with a mail address and a topic of another Region are subscribed there', () => {
    expect(resource('Subscription', { AlertTopicArn }).Properties).toMatchObject({
      TopicArn: AlertTopicArn,
      Region: 'us-east-1',
    });
  });
});

describe('the alarms', () => {
  const alarms = Object.values(deploy()).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');

  test('watch the dead letters, the queue, the function, its sweeps, its alerts and the subscription', () => {
    expect(alarms.map(({ Properties }) => Properties.MetricName).sort()).toEqual([
      'AlertsFailed',
      'ApproximateAgeOfOldestMessage',
      'ApproximateNumberOfMessagesVisible',
      'Errors',
      'SubscriptionsPending',
      'Sweeps',
    ]);
    for (const { Properties } of alarms) expect(Properties.AlarmActions).toEqual(['<Topic>']);
  });

  test('publish to a given topic of this Region, and are only seen in the console when it is in another', () => {
    const actionsFor = (AlertTopicArn: string) =>
      resource('ErrorsAlarm', { AlertTopicArn }).Properties.AlarmActions;
    const here = 'arn:aws:sns:eu-west-1:999900001111:alerts';
    expect(actionsFor(here)).toEqual([here]);
    expect(actionsFor('arn:aws:sns:us-east-1:999900001111:alerts')).toEqual([]);
  });

  test.each(['1', '5', '60'])(
    'miss the heartbeat after three intervals of %s minutes without a sweep',
    (SweepMinutes) => {
      const { Properties } = resource('HeartbeatAlarm', { SweepMinutes });
      expect(Properties.Period * Number(Properties.EvaluationPeriods)).toBe(3 * 60 * Number(SweepMinutes));
      expect(Properties).toMatchObject({
        Namespace: 'trailkeeper',
        MetricName: 'Sweeps',
        Statistic: 'Sum',
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        TreatMissingData: 'breaching',
      });
    },
  );
});

test('the outputs say what to do next, what is guarded, and where to look', () => {
  expect(Object.keys(template.Outputs)).toEqual([
    'AlertSubscription',
    'GuardedTrails',
    'AlertTopic',
    'FunctionLogGroup',
    'EventQueue',
    'EventDeadLetterQueue',
    'LedgerTable',
  ]);
  expect(template.Outputs.AlertSubscription?.Value).toEqual({
    'Fn::GetAtt': ['Coverage', 'AlertSubscription'],
  });
});
