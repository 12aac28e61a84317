import { beforeEach, describe, expect, test } from 'vitest';
import { TEST_ACCOUNT, TEST_REGION, testWorld } from '../../endpoint/test-world.ts';
import { kms } from '../kms/index.ts';
import { readInbox } from '../sns/inbox.ts';
import { sns } from '../sns/index.ts';
import { monitoring } from './index.ts';
import { recordMetric } from './metrics.ts';

let aws: ReturnType<typeof testWorld>;
const send = (operation: string, input: object = {}) => aws.send('monitoring', operation, input);
beforeEach(() => {
  aws = testWorld(monitoring, sns, kms);
});

const TOPIC_ARN = `arn:aws:sns:${TEST_REGION}:${TEST_ACCOUNT}:alarms`;
const METRIC = { Namespace: 'guard', MetricName: 'sweeps' };

const record = (value: number) =>
  recordMetric(aws.world, TEST_ACCOUNT, TEST_REGION, {
    namespace: 'guard',
    name: 'sweeps',
    dimensions: new Map(),
    value,
  });

const putAlarm = (more: object = {}) =>
  send('PutMetricAlarm', {
    AlarmName: 'a',
    ...METRIC,
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 5,
    ComparisonOperator: 'GreaterThanThreshold',
    ...more,
  });

const state = async () => {
  const { MetricAlarms } = (await send('DescribeAlarms', { AlarmNames: ['a'] })) as {
    MetricAlarms: { StateValue: string }[];
  };
  return MetricAlarms[0]?.StateValue;
};

/** One period in which these values were recorded. */
const minute = async (...values: number[]) => {
  await aws.clock.advance(30_000);
  for (const value of values) record(value);
  await aws.clock.advance(30_000);
};

describe('metrics', () => {
  test('are statistics over periods', async () => {
    const start = aws.clock.now();
    record(1);
    record(3);
    await aws.clock.advance(60_000);
    record(10);
    const range = { StartTime: new Date(start), EndTime: new Date(start + 120_000), Period: 60 };
    expect(
      await send('GetMetricStatistics', {
        ...METRIC,
        ...range,
        Statistics: ['Sum', 'Average', 'Maximum', 'SampleCount'],
      }),
    ).toMatchObject({
      Datapoints: [
        { Timestamp: new Date(start), Sum: 4, Average: 2, Maximum: 3, SampleCount: 2 },
        { Sum: 10, SampleCount: 1 },
      ],
    });
  });

  test('are told apart by exactly their dimensions', async () => {
    const MetricData = [
      {
        MetricName: 'm',
        Value: 1,
        Dimensions: [
          { Name: 'b', Value: '2' },
          { Name: 'a', Value: '1' },
        ],
      },
      { MetricName: 'm', Value: 2 },
      {
        MetricName: 'm',
        Value: 3,
        Dimensions: [
          { Name: 'a', Value: '1' },
          { Name: 'b', Value: '2' },
        ],
      },
    ];
    await send('PutMetricData', { Namespace: 'guard', MetricData });
    const EndTime = new Date(aws.clock.now() + 60_000);
    const stat = (Dimensions: object[]) => ({
      Metric: { Namespace: 'guard', MetricName: 'm', Dimensions },
      Period: 60,
      Stat: 'Sum',
    });
    expect(
      await send('GetMetricData', {
        StartTime: new Date(aws.clock.now()),
        EndTime,
        MetricDataQueries: [
          {
            Id: 'both',
            MetricStat: stat([
              { Name: 'a', Value: '1' },
              { Name: 'b', Value: '2' },
            ]),
          },
          { Id: 'none', MetricStat: stat([]) },
        ],
      }),
    ).toMatchObject({
      MetricDataResults: [
        { Id: 'both', Values: [4] },
        { Id: 'none', Values: [2] },
      ],
    });
  });

  test.each([
    [
      'the namespace of AWS',
      { Namespace: 'AWS/Lambda', MetricData: [{ MetricName: 'm', Value: 1 }] },
      'InvalidParameterValue',
    ],
    ['no value', { Namespace: 'n', MetricData: [{ MetricName: 'm' }] }, 'MissingParameter'],
    [
      'a value that is no number',
      { Namespace: 'n', MetricData: [{ MetricName: 'm', Value: Number.NaN }] },
      'InvalidParameterValue',
    ],
    [
      'a time long ago',
      { Namespace: 'n', MetricData: [{ MetricName: 'm', Value: 1, Timestamp: new Date(0) }] },
      'InvalidParameterValue',
    ],
  ])('are refused with %s', async (_, input, code) => {
    await expect(send('PutMetricData', input)).rejects.toMatchObject({ code });
  });

  test('are not calculated with, and it says so', async () => {
    const query = {
      StartTime: new Date(0),
      EndTime: new Date(1),
      MetricDataQueries: [{ Id: 'e', Expression: 'm1 * 2' }],
    };
    await expect(send('GetMetricData', query)).rejects.toMatchObject({
      code: 'NotImplemented',
      message: expect.stringContaining('Expression'),
    });
  });
});

describe('an alarm', () => {
  test('is looked at each period', async () => {
    await putAlarm();
    expect(await state()).toBe('INSUFFICIENT_DATA');
    await minute(6);
    expect(await state()).toBe('ALARM');
    await minute(5);
    expect(await state()).toBe('OK');
    await minute();
    expect(await state()).toBe('INSUFFICIENT_DATA');
  });

  test.each([
    ['breaching', 'ALARM'],
    ['notBreaching', 'OK'],
    ['missing', 'INSUFFICIENT_DATA'],
  ])('treats missing data as %s: %s', async (TreatMissingData, expected) => {
    await putAlarm({ TreatMissingData });
    await minute();
    expect(await state()).toBe(expected);
  });

  test('that ignores missing data stays as it was', async () => {
    await putAlarm({ TreatMissingData: 'ignore' });
    await minute(6);
    await minute();
    expect(await state()).toBe('ALARM');
  });

  test('can ask for some out of several periods', async () => {
    await putAlarm({ EvaluationPeriods: 3, DatapointsToAlarm: 2 });
    await minute(6);
    expect(await state()).toBe('OK');
    await minute(1);
    await minute(6);
    expect(await state()).toBe('ALARM');
  });

  test('is not looked at once it was deleted', async () => {
    await putAlarm();
    await send('DeleteAlarms', { AlarmNames: ['a'] });
    await minute(6);
    expect(await state()).toBeUndefined();
  });

  test.each([
    ['a metric of metrics', { Metrics: [{ Id: 'm' }] }, 'NotImplemented'],
    ['a percentile', { Statistic: undefined, ExtendedStatistic: 'p99' }, 'NotImplemented'],
    [
      'an action that is no topic',
      { AlarmActions: ['arn:aws:lambda:us-east-1:1:function:f'] },
      'NotImplemented',
    ],
    ['anomaly detection', { ComparisonOperator: 'LessThanLowerThreshold' }, 'NotImplemented'],
    ['a period of 45 seconds', { Period: 45 }, 'InvalidParameterValue'],
    ['more datapoints than periods', { DatapointsToAlarm: 2 }, 'ValidationError'],
    ['more than a day', { Period: 600, EvaluationPeriods: 145 }, 'ValidationError'],
    ['another treatment of missing data', { TreatMissingData: 'none' }, 'ValidationError'],
  ])('is refused with %s', async (_, more, code) => {
    await expect(putAlarm(more)).rejects.toMatchObject({ code });
  });
});

describe("an alarm's actions", () => {
  const allowed = {
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: 'sns:Publish',
    Resource: TOPIC_ARN,
    Condition: { StringEquals: { 'aws:SourceAccount': TEST_ACCOUNT } },
  };
  const topic = async (Attributes: object) => {
    await aws.send('sns', 'CreateTopic', { Name: 'alarms', Attributes });
    await aws.send('sns', 'Subscribe', {
      TopicArn: TOPIC_ARN,
      Protocol: 'email',
      Endpoint: 'me@example.com',
    });
    const [mail] = readInbox(aws.world);
    const Token = /Token=(\w+)/.exec(mail?.body ?? '')?.[1];
    await aws.send('sns', 'ConfirmSubscription', { TopicArn: TOPIC_ARN, Token });
  };
  const Policy = JSON.stringify({ Statement: [allowed] });
  const notifications = () => readInbox(aws.world).filter(({ kind }) => kind === 'notification');

  test('tell a topic that lets CloudWatch publish', async () => {
    await topic({ Policy });
    await putAlarm({ AlarmActions: [TOPIC_ARN], AlarmDescription: 'too many' });
    await minute(6);
    await minute(7);
    const [mail, ...others] = notifications();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('ALARM: "a" in us-east-1');
    expect(JSON.parse(mail?.body.split('\n')[0] ?? '')).toMatchObject({
      AlarmName: 'a',
      AlarmDescription: 'too many',
      NewStateValue: 'ALARM',
      OldStateValue: 'INSUFFICIENT_DATA',
      Trigger: { MetricName: 'sweeps', Namespace: 'guard', Statistic: 'SUM', Threshold: 5 },
    });
  });

  test.each([
    ['does not let CloudWatch in', {}],
    ['is encrypted with the key of SNS', { Policy, KmsMasterKeyId: 'alias/aws/sns' }],
  ])('are lost in silence when the topic %s', async (_, attributes) => {
    await topic(attributes);
    await putAlarm({ AlarmActions: [TOPIC_ARN] });
    await minute(6);
    expect(await state()).toBe('ALARM');
    expect(notifications()).toEqual([]);
  });

  test.each([
    ['of this account, for this topic', TEST_ACCOUNT, TOPIC_ARN, 1],
    ['of another account', '444455556666', TOPIC_ARN, 0],
    ['for another topic', TEST_ACCOUNT, `${TOPIC_ARN}2`, 0],
  ])('tell a topic under a key whose policy lets alarms in %s', async (_, SourceAccount, topicArn, heard) => {
    const key = { Effect: 'Allow', Resource: '*' };
    const account = { ...key, Principal: { AWS: `arn:aws:iam::${TEST_ACCOUNT}:root` }, Action: 'kms:*' };
    const alarms = {
      ...key,
      Principal: allowed.Principal,
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Condition: {
        StringEquals: {
          'aws:SourceAccount': SourceAccount,
          'kms:EncryptionContext:aws:sns:topicArn': topicArn,
        },
      },
    };
    const { KeyMetadata } = (await aws.send('kms', 'CreateKey', {
      Policy: JSON.stringify({ Statement: [account, alarms] }),
    })) as { KeyMetadata: { Arn: string } };
    await topic({ Policy, KmsMasterKeyId: KeyMetadata.Arn });
    await putAlarm({ AlarmActions: [TOPIC_ARN] });
    await minute(6);
    expect(notifications()).toHaveLength(heard);
  });

  test('rest while they are disabled, and a state set by hand sets them off', async () => {
    await topic({ Policy });
    await putAlarm({ AlarmActions: [TOPIC_ARN], OKActions: [TOPIC_ARN] });
    const set = (StateValue: string) =>
      send('SetAlarmState', { AlarmName: 'a', StateValue, StateReason: 'test' });
    await send('DisableAlarmActions', { AlarmNames: ['a'] });
    await set('ALARM');
    expect(notifications()).toHaveLength(0);
    await send('EnableAlarmActions', { AlarmNames: ['a'] });
    await set('OK');
    expect(notifications().map(({ subject }) => subject)).toEqual(['OK: "a" in us-east-1']);
  });
});

describe('dashboards', () => {
  test("are the account's in all Regions", async () => {
    const DashboardBody = '{"widgets":[]}';
    await send('PutDashboard', { DashboardName: 'd', DashboardBody });
    expect(await send('GetDashboard', { DashboardName: 'd' })).toEqual({
      DashboardArn: 'arn:aws:cloudwatch::111122223333:dashboard/d',
      DashboardBody,
      DashboardName: 'd',
    });
    await send('DeleteDashboards', { DashboardNames: ['d'] });
    await expect(send('GetDashboard', { DashboardName: 'd' })).rejects.toMatchObject({
      code: 'DashboardNotFoundError',
    });
  });

  test('must have widgets', async () => {
    for (const DashboardBody of ['{}', 'x', '[]']) {
      await expect(send('PutDashboard', { DashboardName: 'd', DashboardBody })).rejects.toMatchObject({
        code: 'DashboardInvalidInputError',
      });
    }
  });
});
