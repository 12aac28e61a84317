import { beforeEach, describe, expect, test } from 'vitest';
import { TEST_ACCOUNT, TEST_REGION, testWorld } from '../../endpoint/test-world.ts';
import { events } from '../events/index.ts';
import { readInbox } from '../sns/inbox.ts';
import { sns } from '../sns/index.ts';
import { monitoring } from './index.ts';

let aws: ReturnType<typeof testWorld>;
const send = (operation: string, input: object = {}) => aws.send('monitoring', operation, input);
const TOPIC_ARN = `arn:aws:sns:${TEST_REGION}:${TEST_ACCOUNT}:alarms`;
const arnOf = (name: string) => `arn:aws:cloudwatch:${TEST_REGION}:${TEST_ACCOUNT}:alarm:${name}`;

const putMetric = (AlarmName: string, more: object = {}) =>
  send('PutMetricAlarm', {
    AlarmName,
    Namespace: 'guard',
    MetricName: 'stops',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 5,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'ignore',
    ...more,
  });
const putComposite = (AlarmRule: string, more: object = {}) =>
  send('PutCompositeAlarm', { AlarmName: 'all', AlarmRule, AlarmActions: [TOPIC_ARN], ...more });
const set = (AlarmName: string, StateValue: string) =>
  send('SetAlarmState', { AlarmName, StateValue, StateReason: 'test' });

async function composite(AlarmName = 'all') {
  const { CompositeAlarms } = (await send('DescribeAlarms', {
    AlarmNames: [AlarmName],
    AlarmTypes: ['CompositeAlarm'],
  })) as { CompositeAlarms: { StateValue: string; ActionsSuppressedBy?: string }[] };
  return CompositeAlarms[0];
}

const subjects = () =>
  readInbox(aws.world)
    .filter(({ kind }) => kind === 'notification')
    .map(({ subject }) => subject);

beforeEach(async () => {
  aws = testWorld(monitoring, events, sns);
  const Policy = JSON.stringify({
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: TOPIC_ARN,
      },
    ],
  });
  await aws.send('sns', 'CreateTopic', { Name: 'alarms', Attributes: { Policy } });
  const subscription = { TopicArn: TOPIC_ARN, Protocol: 'email', Endpoint: 'me@example.com' };
  await aws.send('sns', 'Subscribe', subscription);
  const Token = /Token=(\w+)/.exec(readInbox(aws.world)[0]?.body ?? '')?.[1];
  await aws.send('sns', 'ConfirmSubscription', { TopicArn: TOPIC_ARN, Token });
  await putMetric('a');
  await putMetric('b');
});

describe('a composite alarm', () => {
  test('follows the alarms its rule asks about', async () => {
    await putComposite('ALARM(a) AND NOT ALARM(b)');
    expect(await composite()).toMatchObject({ AlarmArn: arnOf('all'), StateValue: 'OK' });
    await set('a', 'ALARM');
    expect((await composite())?.StateValue).toBe('ALARM');
    expect(subjects()).toEqual(['ALARM: "all" in us-east-1']);
    await set('b', 'ALARM');
    expect((await composite())?.StateValue).toBe('OK');
  });

  test('tells its topic which alarm set it off', async () => {
    await putComposite('ALARM(a)');
    await set('a', 'ALARM');
    const body = readInbox(aws.world).at(-1)?.body.split('\n')[0] ?? '';
    expect(JSON.parse(body)).toMatchObject({
      AlarmName: 'all',
      AlarmRule: 'ALARM(a)',
      NewStateValue: 'ALARM',
      TriggeringChildren: [{ Arn: arnOf('a'), State: { Value: 'ALARM' } }],
    });
  });

  test('may ask about other composite alarms', async () => {
    await putComposite('ALARM(a)');
    await putComposite('ALARM(all)', { AlarmName: 'above' });
    await set('a', 'ALARM');
    expect((await composite('above'))?.StateValue).toBe('ALARM');
  });

  test('is shown only to who asks for its type, and by its family', async () => {
    await putComposite('ALARM(a)');
    const names = async (input: object) => {
      const { MetricAlarms, CompositeAlarms } = (await send('DescribeAlarms', input)) as Record<
        string,
        { AlarmName: string }[]
      >;
      return [...(MetricAlarms ?? []), ...(CompositeAlarms ?? [])].map(({ AlarmName }) => AlarmName);
    };
    expect(await names({})).toEqual(['a', 'b']);
    expect(await names({ AlarmTypes: ['CompositeAlarm'] })).toEqual(['all']);
    expect(await names({ ChildrenOfAlarmName: 'all' })).toEqual(['a']);
    expect(await names({ ParentsOfAlarmName: 'a' })).toEqual(['all']);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['asks about an alarm that is not there', () => putComposite('ALARM(gone)')],
    ['asks about itself', () => putComposite('ALARM(all)')],
    ['has a rule that is none', () => putComposite('ALARM(a')],
    ['has the name of a metric alarm', () => putComposite('ALARM(b)', { AlarmName: 'a' })],
    ['has a suppressor without periods', () => putComposite('ALARM(a)', { ActionsSuppressor: 'b' })],
  ])('is refused when it %s', async (_, put) => {
    await expect(put()).rejects.toMatchObject({ code: 'ValidationError' });
  });
});

describe('a suppressor', () => {
  const suppressed = (more: object = {}) =>
    putComposite('ALARM(a)', {
      ActionsSuppressor: 'b',
      ActionsSuppressorWaitPeriod: 60,
      ActionsSuppressorExtensionPeriod: 120,
      ...more,
    });
  beforeEach(() => suppressed());

  test('in ALARM holds the actions back, and for a while after', async () => {
    await set('b', 'ALARM');
    await set('a', 'ALARM');
    expect((await composite())?.ActionsSuppressedBy).toBe('Alarm');
    await aws.clock.advance(3_600_000);
    expect(subjects()).toEqual([]);
    await set('b', 'OK');
    expect((await composite())?.ActionsSuppressedBy).toBe('ExtensionPeriod');
    await aws.clock.advance(119_000);
    expect(subjects()).toEqual([]);
    await aws.clock.advance(1000);
    expect(subjects()).toEqual(['ALARM: "all" in us-east-1']);
    expect((await composite())?.ActionsSuppressedBy).toBeUndefined();
  });

  test('that does not come in time lets the composite act', async () => {
    await set('a', 'ALARM');
    expect((await composite())?.ActionsSuppressedBy).toBe('WaitPeriod');
    await aws.clock.advance(60_000);
    expect(subjects()).toEqual(['ALARM: "all" in us-east-1']);
  });

  test('that comes in time holds the actions back', async () => {
    await set('a', 'ALARM');
    await aws.clock.advance(59_000);
    await set('b', 'ALARM');
    await aws.clock.advance(3_600_000);
    expect(subjects()).toEqual([]);
  });
});

describe('EventBridge', () => {
  let told: Record<string, unknown>[];
  const last = async () => {
    await aws.clock.advance(0);
    return told.at(-1);
  };
  beforeEach(async () => {
    told = [];
    const EventPattern = '{"source":["aws.cloudwatch"]}';
    await aws.send('events', 'PutRule', { Name: 'r', EventPattern });
    aws.world.on('matched', ({ event }) => told.push(event));
  });

  const configuration = {
    evaluationPeriods: 1,
    threshold: 5,
    comparisonOperator: 'GreaterThanThreshold',
    treatMissingData: 'ignore',
    metrics: [
      {
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
        metricStat: {
          metric: { namespace: 'guard', name: 'stops', dimensions: {} },
          period: 60,
          stat: 'Sum',
        },
        returnData: true,
      },
    ],
    alarmName: 'c',
    actionsEnabled: true,
    timestamp: expect.stringMatching(/\+0000$/),
    okActions: [],
    alarmActions: [],
    insufficientDataActions: [],
  };

  test('is told of every change of an alarm, with what it was before, without any trail', async () => {
    await putMetric('c');
    expect(await last()).toMatchObject({
      'detail-type': 'CloudWatch Alarm Configuration Change',
      source: 'aws.cloudwatch',
      account: TEST_ACCOUNT,
      region: TEST_REGION,
      resources: [arnOf('c')],
    });
    expect((await last())?.detail).toEqual({
      alarmName: 'c',
      operation: 'create',
      state: { value: 'INSUFFICIENT_DATA', timestamp: expect.stringMatching(/\+0000$/) },
      configuration,
    });
    await putMetric('c', { Threshold: 1e9 });
    expect((await last())?.detail).toMatchObject({
      operation: 'update',
      configuration: { threshold: 1e9 },
      previousConfiguration: { threshold: 5 },
    });
    await send('DisableAlarmActions', { AlarmNames: ['c'] });
    expect((await last())?.detail).toMatchObject({
      operation: 'update',
      configuration: { actionsEnabled: false },
      previousConfiguration: { actionsEnabled: true },
    });
    await send('DeleteAlarms', { AlarmNames: ['c'] });
    expect((await last())?.detail).toMatchObject({ operation: 'delete', alarmName: 'c' });
  });

  test('is told of state changes with reason and metric', async () => {
    await set('a', 'ALARM');
    expect(await last()).toMatchObject({
      'detail-type': 'CloudWatch Alarm State Change',
      resources: [arnOf('a')],
      detail: {
        alarmName: 'a',
        state: { value: 'ALARM', reason: 'test' },
        previousState: { value: 'INSUFFICIENT_DATA' },
        configuration: { description: '', metrics: configuration.metrics },
      },
    });
  });

  test('is told when a composite alarm is suppressed', async () => {
    await putComposite('ALARM(a)', {
      ActionsSuppressor: 'b',
      ActionsSuppressorWaitPeriod: 60,
      ActionsSuppressorExtensionPeriod: 60,
    });
    await set('b', 'ALARM');
    await set('a', 'ALARM');
    expect((await last())?.detail).toMatchObject({
      alarmName: 'all',
      state: { value: 'ALARM', actionsSuppressedBy: 'Alarm' },
      configuration: { alarmRule: 'ALARM(a)', actionsSuppressor: 'b' },
    });
  });
});

test('the alarms of a metric are found by the metric', async () => {
  await putMetric('other', { MetricName: 'else' });
  expect(await send('DescribeAlarmsForMetric', { Namespace: 'guard', MetricName: 'else' })).toMatchObject({
    MetricAlarms: [{ AlarmName: 'other' }],
  });
});
