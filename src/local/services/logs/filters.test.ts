import { once } from 'node:events';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TEST_ACCOUNT, TEST_REGION } from '../../endpoint/test-world.ts';
import { closeEnvironments } from '../lambda/environments.ts';
import { lambdaWorld } from '../lambda/test-lambda.ts';
import { writeLogLines } from './write.ts';

type Aws = Awaited<ReturnType<typeof lambdaWorld>>;
let aws: Aws;
const send = (operation: string, input: object = {}) => aws.sendTo('logs', operation, input);
const logGroupName = '/trail';
const write = (...lines: string[]) =>
  writeLogLines(aws.world, { accountId: TEST_ACCOUNT, region: TEST_REGION, name: logGroupName }, 's', lines);

beforeEach(async () => {
  aws = await lambdaWorld();
  await send('CreateLogGroup', { logGroupName });
});

afterEach(() => closeEnvironments(aws.world));

const metricTransformations = [{ metricName: 'stops', metricNamespace: 'CIS', metricValue: '1' }];
const putMetricFilter = (more: object = {}) =>
  send('PutMetricFilter', {
    logGroupName,
    filterName: 'stop',
    filterPattern: '{ $.eventName = StopLogging }',
    metricTransformations,
    ...more,
  });

async function sum(MetricName = 'stops', Dimensions: object[] = []) {
  const { Datapoints } = (await aws.sendTo('monitoring', 'GetMetricStatistics', {
    Namespace: 'CIS',
    MetricName,
    Dimensions,
    StartTime: new Date(aws.clock.now() - 60_000),
    EndTime: new Date(aws.clock.now() + 60_000),
    Period: 3600,
    Statistics: ['Sum'],
  })) as { Datapoints: { Sum: number }[] };
  return Datapoints[0]?.Sum;
}

describe('a metric filter', () => {
  test('counts the events its pattern lets through, until it is deleted', async () => {
    await putMetricFilter();
    write('{"eventName":"StopLogging"}', '{"eventName":"StartLogging"}', '{"eventName":"StopLogging"}');
    expect(await sum()).toBe(2);
    await send('DeleteMetricFilter', { logGroupName, filterName: 'stop' });
    write('{"eventName":"StopLogging"}');
    expect(await sum()).toBe(2);
  });

  test('is replaced by one of the same name', async () => {
    await putMetricFilter();
    await putMetricFilter({ filterPattern: '{ ($.eventName = StopLogging) && ($.eventName = never) }' });
    write('{"eventName":"StopLogging"}');
    expect(await sum()).toBeUndefined();
    expect(await send('DescribeMetricFilters', { logGroupName })).toMatchObject({
      metricFilters: [{ filterName: 'stop', filterPattern: expect.stringContaining('never'), logGroupName }],
    });
  });

  test('takes value and dimensions out of the event, and passes over events without them', async () => {
    const dimensions = { who: '$.user' };
    await putMetricFilter({
      filterPattern: '{ $.size > 0 }',
      metricTransformations: [
        { metricName: 'size', metricNamespace: 'CIS', metricValue: '$.size', dimensions },
      ],
    });
    write('{"size":3,"user":"alice"}', '{"size":4}');
    expect(await sum('size', [{ Name: 'who', Value: 'alice' }])).toBe(3);
    expect(await sum('size')).toBeUndefined();
  });

  test('records its default where nothing matches', async () => {
    await putMetricFilter({ metricTransformations: [{ ...metricTransformations[0], defaultValue: 0 }] });
    write('{"eventName":"StartLogging"}');
    expect(await sum()).toBe(0);
  });

  test('is found by its metric, in whatever group', async () => {
    await putMetricFilter();
    const found = { metricFilters: [{ filterName: 'stop' }] };
    const byMetric = { metricName: 'stops', metricNamespace: 'CIS' };
    expect(await send('DescribeMetricFilters', byMetric)).toMatchObject(found);
    expect(await send('DescribeMetricFilters', { ...byMetric, metricName: 'x' })).toMatchObject({
      metricFilters: [],
    });
    expect(await send('DescribeLogGroups')).toMatchObject({
      logGroups: [{ logGroupName, metricFilterCount: 1 }],
    });
  });

  test.each<[string, object, string]>([
    ['a pattern that is none', { filterPattern: '{ $.a' }, 'InvalidParameterException'],
    ['a group that is not there', { logGroupName: 'x' }, 'ResourceNotFoundException'],
    ['a colon in its name', { filterName: 'a:b' }, 'InvalidParameterException'],
    ['no transformation', { metricTransformations: [] }, 'InvalidParameterException'],
    [
      'a value that is no number',
      { metricTransformations: [{ ...metricTransformations[0], metricValue: 'x' }] },
      'InvalidParameterException',
    ],
  ])('is refused with %s', async (_, more, code) => {
    await expect(putMetricFilter(more)).rejects.toMatchObject({ code });
  });

  test('can be tried on messages', async () => {
    const logEventMessages = ['{"a":1}', '{"a":2}'];
    expect(await send('TestMetricFilter', { filterPattern: '{ $.a = 2 }', logEventMessages })).toMatchObject({
      matches: [{ eventNumber: 2, eventMessage: '{"a":2}' }],
    });
  });
});

const FUNCTION = `arn:aws:lambda:${TEST_REGION}:${TEST_ACCOUNT}:function:f`;
const putSubscription = (more: object = {}) =>
  send('PutSubscriptionFilter', {
    logGroupName,
    filterName: 'siem',
    filterPattern: '{ $.eventName = StopLogging }',
    destinationArn: FUNCTION,
    ...more,
  });

async function createReceiver() {
  await aws.createFunction('exports.handler = async (event) => console.log("got", event.awslogs.data);');
  await aws.send('AddPermission', {
    FunctionName: 'f',
    StatementId: 'logs',
    Action: 'lambda:InvokeFunction',
    Principal: 'logs.amazonaws.com',
    SourceArn: `arn:aws:logs:${TEST_REGION}:${TEST_ACCOUNT}:log-group:${logGroupName}:*`,
  });
}

/** What the function was handed. */
async function received() {
  await once(aws.world, 'returned');
  const line = (await aws.logged()).find((text) => text.includes('got')) ?? '';
  return JSON.parse(gunzipSync(Buffer.from(line.split('got ')[1] ?? '', 'base64')).toString());
}

describe('a subscription filter', () => {
  test('hands a function the events its pattern lets through', async () => {
    await createReceiver();
    await putSubscription();
    write('{"eventName":"StartLogging"}', '{"eventName":"StopLogging"}');
    expect(await received()).toMatchObject({
      messageType: 'DATA_MESSAGE',
      owner: TEST_ACCOUNT,
      logGroup: logGroupName,
      logStream: 's',
      subscriptionFilters: ['siem'],
      logEvents: [{ message: '{"eventName":"StopLogging"}' }],
    });
  });

  test('is refused for a function that does not let CloudWatch Logs in', async () => {
    await expect(putSubscription()).rejects.toThrow('Could not execute the lambda function');
    await createReceiver();
    await putSubscription();
  });

  test('of a stream needs a role that CloudWatch Logs can take on and that may put records', async () => {
    const destinationArn = `arn:aws:kinesis:${TEST_REGION}:${TEST_ACCOUNT}:stream/siem`;
    const roleArn = `arn:aws:iam::${TEST_ACCOUNT}:role/to-siem`;
    const put = () => putSubscription({ destinationArn, roleArn });
    await expect(put()).rejects.toThrow('Could not deliver test message');
    await aws.sendTo('iam', 'CreateRole', {
      RoleName: 'to-siem',
      AssumeRolePolicyDocument: JSON.stringify({
        Statement: [
          { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'logs.amazonaws.com' } },
        ],
      }),
    });
    await expect(put()).rejects.toThrow('Could not deliver test message');
    await aws.sendTo('iam', 'AttachRolePolicy', {
      RoleName: 'to-siem',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    });
    await put();
    expect(await send('DescribeSubscriptionFilters', { logGroupName })).toMatchObject({
      subscriptionFilters: [{ filterName: 'siem', destinationArn, roleArn, distribution: 'ByLogStream' }],
    });
  });

  test('shares its group with one other at most', async () => {
    await createReceiver();
    await putSubscription();
    await putSubscription({ filterName: 'second' });
    await putSubscription({ filterName: 'second' });
    await expect(putSubscription({ filterName: 'third' })).rejects.toMatchObject({
      code: 'LimitExceededException',
    });
    await send('DeleteSubscriptionFilter', { logGroupName, filterName: 'second' });
    await expect(
      send('DeleteSubscriptionFilter', { logGroupName, filterName: 'second' }),
    ).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });
});

test('a group for infrequent access has no filters', async () => {
  await send('CreateLogGroup', { logGroupName: 'ia', logGroupClass: 'INFREQUENT_ACCESS' });
  await expect(putMetricFilter({ logGroupName: 'ia' })).rejects.toMatchObject({
    code: 'InvalidOperationException',
  });
});
