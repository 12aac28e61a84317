import { beforeEach, describe, expect, test } from 'vitest';
import { TEST_ACCOUNT, TEST_REGION, type testWorld, testWorldWith } from '../../endpoint/test-world.ts';
import type { WorldSettings } from '../../endpoint/world.ts';
import { findMetric } from '../monitoring/metrics.ts';
import { sqs } from '../sqs/index.ts';
import { receiveFromQueue } from '../sqs/receive.ts';
import { putOnBus } from './bus.ts';
import { events } from './index.ts';

let aws: ReturnType<typeof testWorld>;
const arnOf = (service: string, name: string) => `arn:aws:${service}:${TEST_REGION}:${TEST_ACCOUNT}:${name}`;
const jobs = arnOf('sqs', 'jobs');
const dead = arnOf('sqs', 'dead');
const ruleArn = arnOf('events', 'rule/guard');

const received = (queueArn: string) => receiveFromQueue(aws.world, queueArn, 10);
const bodies = (queueArn: string) => received(queueArn).map(({ body }) => JSON.parse(body));

const stopLogging = {
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.cloudtrail',
  account: TEST_ACCOUNT,
  time: '2026-01-01T00:00:00Z',
  region: TEST_REGION,
  resources: [],
  detail: { eventName: 'StopLogging', readOnly: false },
};

async function happens(detail: object = {}, count = 1) {
  for (let at = 0; at < count; at++) {
    const event = { ...stopLogging, id: `event-${at}`, detail: { ...stopLogging.detail, ...detail } };
    putOnBus(aws.world, TEST_ACCOUNT, TEST_REGION, event);
  }
  await aws.clock.advance(0);
}

async function createQueue(name: string, mayRuleSend = true) {
  const Statement = {
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: arnOf('sqs', name),
    Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
  };
  const Policy = mayRuleSend ? JSON.stringify({ Statement }) : '';
  await aws.send('sqs', 'CreateQueue', { QueueName: name, Attributes: { Policy } });
}

const putRule = (input: object = {}) =>
  aws.send('events', 'PutRule', {
    Name: 'guard',
    EventPattern: JSON.stringify({ source: ['aws.cloudtrail', 'mine'] }),
    ...input,
  });

const putTarget = (input: object = {}) => {
  const Targets = [{ Id: 'queue', Arn: jobs, DeadLetterConfig: { Arn: dead }, ...input }];
  return aws.send('events', 'PutTargets', { Rule: 'guard', Targets });
};

async function build(settings: Partial<WorldSettings> = {}) {
  aws = testWorldWith(settings, events, sqs);
  await createQueue('jobs');
  await createQueue('dead');
  await putRule();
  await putTarget();
}

beforeEach(() => build());

describe('an event that a rule matches', () => {
  test('reaches the queue as EventBridge writes it, and is told', async () => {
    const told: string[] = [];
    aws.world.on('matched', ({ ruleName, event }) => told.push(`${ruleName} ${event.id}`));
    await happens();
    const [message] = received(jobs);
    expect(message?.body).toBe(
      '{"version":"0","id":"event-0","detail-type":"AWS API Call via CloudTrail","source":"aws.cloudtrail",' +
        '"account":"111122223333","time":"2026-01-01T00:00:00Z","region":"us-east-1","resources":[],' +
        '"detail":{"eventName":"StopLogging","readOnly":false}}',
    );
    expect(told).toEqual(['guard event-0']);
  });

  test('comes from PutEvents too, with account, Region and time filled in', async () => {
    const Entries = [{ Source: 'mine', DetailType: 'test', Detail: '{"a":1}', Resources: ['r'] }];
    await aws.send('events', 'PutEvents', { Entries });
    await aws.clock.advance(0);
    expect(bodies(jobs)).toMatchObject([
      {
        source: 'mine',
        account: TEST_ACCOUNT,
        region: TEST_REGION,
        time: '2026-01-01T00:00:00Z',
        resources: ['r'],
      },
    ]);
  });

  test('is matched as the JSON it becomes', async () => {
    const EventPattern = JSON.stringify({
      detail: { eventTime: [{ prefix: '1970' }], errorCode: [{ exists: false }] },
    });
    await putRule({ EventPattern });
    await happens({ eventTime: new Date(0), errorCode: undefined });
    expect(received(jobs)).toHaveLength(1);
  });

  test('never arrives within the call that made it', () => {
    putOnBus(aws.world, TEST_ACCOUNT, TEST_REGION, stopLogging);
    expect(received(jobs)).toEqual([]);
  });

  test('may arrive in part, or as a constant', async () => {
    await putTarget({ InputPath: '$.detail' });
    await happens();
    await putTarget({ Input: '"stopped"' });
    await happens();
    expect(bodies(jobs)).toEqual([stopLogging.detail, 'stopped']);
  });
});

describe('a rule does not get', () => {
  test('what it does not match', async () => {
    await putRule({ EventPattern: JSON.stringify({ detail: { eventName: ['StartLogging'] } }) });
    await happens();
    expect(received(jobs)).toEqual([]);
  });

  test('anything while it is disabled', async () => {
    await putRule({ State: 'DISABLED' });
    await happens();
    expect(received(jobs)).toEqual([]);
  });

  test('events of other accounts and Regions', async () => {
    putOnBus(aws.world, '444455556666', TEST_REGION, stopLogging);
    putOnBus(aws.world, TEST_ACCOUNT, 'eu-central-1', stopLogging);
    await aws.clock.advance(0);
    expect(received(jobs)).toEqual([]);
  });

  test('read-only management events, unless it asks for all', async () => {
    await happens({ eventName: 'GetTrailStatus', readOnly: true });
    expect(received(jobs)).toEqual([]);
    await putRule({ State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' });
    await happens({ eventName: 'GetTrailStatus', readOnly: true });
    expect(received(jobs)).toHaveLength(1);
  });

  test('events over 256 KB', async () => {
    await happens({ requestParameters: 'x'.repeat(262_144) });
    expect(received(jobs)).toEqual([]);
  });
});

describe('a target that does not let the rule in', () => {
  const attributesOfDead = () =>
    received(dead).map(({ attributes }) =>
      Object.fromEntries([...attributes].map(([name, { StringValue }]) => [name, StringValue])),
    );

  test.each([
    ['a queue whose policy does not name it', 'sqs', 'closed', 'NO_PERMISSIONS'],
    ['a queue that does not exist', 'sqs', 'gone', 'NO_RESOURCE'],
    ['a function without permission', 'lambda', 'function:closed', 'NO_PERMISSIONS'],
    ['a topic whose policy does not name it', 'sns', 'closed', 'NO_PERMISSIONS'],
    ['a log group that does not exist', 'logs', 'log-group:/gone', 'NO_RESOURCE'],
  ])('%s: the event goes to the dead-letter queue without a retry', async (_, service, name, code) => {
    await createQueue('closed', false);
    const told: string[] = [];
    aws.world.on('deadLettered', ({ queueArn, reason }) => told.push(`${queueArn} ${reason.split(':')[0]}`));
    await putTarget({ Arn: arnOf(service, name) });
    await happens();
    expect(attributesOfDead()).toEqual([
      {
        RULE_ARN: ruleArn,
        TARGET_ARN: arnOf(service, name),
        ERROR_CODE: code,
        ERROR_MESSAGE: expect.any(String),
        RETRY_ATTEMPTS: '0',
      },
    ]);
    expect(told).toEqual([`${dead} ${code}`]);
  });

  test('loses the event when the dead-letter queue is closed too, which a metric shows', async () => {
    await createQueue('closed', false);
    await putTarget({ Arn: arnOf('sqs', 'gone'), DeadLetterConfig: { Arn: arnOf('sqs', 'closed') } });
    await happens();
    expect(received(arnOf('sqs', 'closed'))).toEqual([]);
    const metric = (name: string) =>
      findMetric(aws.world, TEST_ACCOUNT, TEST_REGION, {
        namespace: 'AWS/Events',
        name,
        dimensions: new Map([['RuleName', 'guard']]),
      })?.points.length;
    expect([metric('FailedInvocations'), metric('InvocationsFailedToBeSentToDlq')]).toEqual([1, 1]);
  });
});

describe('delivery on best effort', () => {
  test('may bring an event twice', async () => {
    await build({ duplicateEvents: true });
    await happens();
    expect(bodies(jobs)).toMatchObject([{ id: 'event-0' }, { id: 'event-0' }]);
  });

  test('may lose what AWS services tell, never what PutEvents took', async () => {
    await build({ loseEvents: true });
    await happens();
    await aws.send('events', 'PutEvents', {
      Entries: [{ Source: 'mine', DetailType: 'test', Detail: '{}' }],
    });
    await aws.clock.advance(0);
    expect(bodies(jobs)).toMatchObject([{ source: 'mine' }]);
  });

  test('may bring events in another order', async () => {
    const delays = [20, 10];
    await build({ eventDelayMs: () => delays.shift() ?? 0 });
    await happens({}, 2);
    await aws.clock.advance(20);
    expect(bodies(jobs)).toMatchObject([{ id: 'event-1' }, { id: 'event-0' }]);
  });
});
