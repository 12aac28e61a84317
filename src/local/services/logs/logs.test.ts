import { beforeEach, describe, expect, test } from 'vitest';
import { TEST_ACCOUNT, TEST_REGION, testWorld } from '../../endpoint/test-world.ts';
import { metricsIn } from './embedded-metrics.ts';
import { logs } from './index.ts';
import { writeLogLines } from './write.ts';

let aws: ReturnType<typeof testWorld>;
const send = (operation: string, input: object = {}) => aws.send('logs', operation, input);
const GROUP = { logGroupName: '/guard' };
const STREAM = { ...GROUP, logStreamName: 's' };

beforeEach(async () => {
  aws = testWorld(logs);
  await send('CreateLogGroup', GROUP);
});

const put = (...messages: string[]) => {
  const timestamp = aws.clock.now();
  return send('PutLogEvents', { ...STREAM, logEvents: messages.map((message) => ({ timestamp, message })) });
};

const filter = async (filterPattern?: string, more: object = {}) => {
  const { events } = (await send('FilterLogEvents', { ...GROUP, filterPattern, ...more })) as {
    events: { message: string }[];
  };
  return events.map(({ message }) => message);
};

describe('log groups', () => {
  test('are found by the start of their name, with both forms of their ARN', async () => {
    await send('CreateLogGroup', { logGroupName: '/other' });
    expect(await send('DescribeLogGroups', { logGroupNamePrefix: '/gu' })).toMatchObject({
      logGroups: [
        {
          logGroupName: '/guard',
          arn: 'arn:aws:logs:us-east-1:111122223333:log-group:/guard:*',
          logGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:/guard',
        },
      ],
    });
  });

  test.each([
    ['a name twice', () => send('CreateLogGroup', GROUP), 'ResourceAlreadyExistsException'],
    [
      'a name with a space',
      () => send('CreateLogGroup', { logGroupName: 'a b' }),
      'InvalidParameterException',
    ],
    [
      'a retention of 2 days',
      () => send('PutRetentionPolicy', { ...GROUP, retentionInDays: 2 }),
      'InvalidParameterException',
    ],
    [
      'a group that is not there',
      () => send('DeleteLogGroup', { logGroupName: 'x' }),
      'ResourceNotFoundException',
    ],
  ])('are refused with %s', async (_, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
  });

  test('forget what is older than their retention', async () => {
    await send('CreateLogStream', STREAM);
    await send('PutRetentionPolicy', { ...GROUP, retentionInDays: 1 });
    await put('old');
    await aws.clock.advance(23 * 3_600_000);
    await put('new');
    await aws.clock.advance(2 * 3_600_000);
    expect(await filter()).toEqual(['new']);
  });

  test('are not deleted while protected', async () => {
    await send('PutLogGroupDeletionProtection', {
      logGroupIdentifier: '/guard',
      deletionProtectionEnabled: true,
    });
    await expect(send('DeleteLogGroup', GROUP)).rejects.toMatchObject({ code: 'InvalidParameterException' });
  });

  test('keep tags under their ARN without a star', async () => {
    const resourceArn = 'arn:aws:logs:us-east-1:111122223333:log-group:/guard';
    await send('TagResource', { resourceArn, tags: { a: 'b' } });
    expect(await send('ListTagsForResource', { resourceArn })).toEqual({ tags: { a: 'b' } });
    await expect(send('ListTagsForResource', { resourceArn: `${resourceArn}:*` })).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
  });
});

describe('log events', () => {
  beforeEach(() => send('CreateLogStream', STREAM));

  test('are read page by page in either direction', async () => {
    await put('1', '2', '3');
    const read = async (more: object) =>
      (await send('GetLogEvents', { ...STREAM, limit: 2, ...more })) as {
        events: { message: string }[];
        nextForwardToken: string;
      };
    const texts = ({ events }: { events: { message: string }[] }) => events.map(({ message }) => message);
    const first = await read({ startFromHead: true });
    expect(texts(first)).toEqual(['1', '2']);
    const second = await read({ nextToken: first.nextForwardToken });
    expect(texts(second)).toEqual(['3']);
    expect((await read({ nextToken: second.nextForwardToken })).nextForwardToken).toBe(
      second.nextForwardToken,
    );
    expect(texts(await read({}))).toEqual(['2', '3']);
  });

  test.each([
    ['error', ['an error', 'error and cause']],
    ['error cause', ['error and cause']],
    ['error -cause', ['an error']],
    ['?fine ?cause', ['all fine', 'error and cause']],
    ['"an error"', ['an error']],
    ['', ['an error', 'all fine', 'error and cause']],
  ])('are filtered by %j', async (pattern, expected) => {
    await put('an error', 'all fine', 'error and cause');
    expect(await filter(pattern)).toEqual(expected);
  });

  test.each(['[a, b]', '%reg.*exp%', '{ $.a = %b% }'])(
    'are not filtered by %s, and it says so',
    async (pattern) => {
      await expect(filter(pattern)).rejects.toMatchObject({ code: 'NotImplemented' });
    },
  );

  test('must be in order, young enough, and not too many', async () => {
    const at = (...times: number[]) =>
      send('PutLogEvents', {
        ...STREAM,
        logEvents: times.map((time) => ({ timestamp: aws.clock.now() + time, message: 'm' })),
      });
    await expect(at(1, 0)).rejects.toMatchObject({ code: 'InvalidParameterException' });
    await expect(at(-90_000_000, 0)).rejects.toMatchObject({ code: 'InvalidParameterException' });
    await expect(put('x'.repeat(1_048_577))).rejects.toMatchObject({ code: 'InvalidParameterException' });
    expect(await at(-20 * 24 * 3_600_000)).toMatchObject({
      rejectedLogEventsInfo: { tooOldLogEventEndIndex: 1 },
    });
    expect(await at(0, 3 * 3_600_000)).toMatchObject({
      rejectedLogEventsInfo: { tooNewLogEventStartIndex: 1 },
    });
  });

  test('come from services too, but only into groups that exist', async () => {
    const group = { accountId: TEST_ACCOUNT, region: TEST_REGION };
    expect(writeLogLines(aws.world, { ...group, name: '/guard' }, 'new', ['a', 'b'])).toBe(true);
    expect(writeLogLines(aws.world, { ...group, name: '/gone' }, 'new', ['a'])).toBe(false);
    expect(await filter('', { logStreamNames: ['new'] })).toEqual(['a', 'b']);
  });
});

describe('the embedded metric format', () => {
  const line = (aws: object, values: object) => JSON.stringify({ _aws: aws, ...values });
  const directive = { Namespace: 'n', Dimensions: [['d'], []], Metrics: [{ Name: 'm', Unit: 'Count' }] };

  test('gives one metric for every value and every set of dimensions', () => {
    const text = line({ Timestamp: 5, CloudWatchMetrics: [directive] }, { d: 'x', m: [1, 2] });
    expect(metricsIn(text).map(({ dimensions, value }) => [...dimensions.values(), value])).toEqual([
      ['x', 1],
      [1],
      ['x', 2],
      [2],
    ]);
    expect(metricsIn(text)[0]).toMatchObject({ namespace: 'n', name: 'm', unit: 'Count', at: 5 });
  });

  test.each([
    'no JSON "_aws"',
    '{"_aws":null}',
    line({}, {}),
    line({ CloudWatchMetrics: [{ ...directive, Dimensions: [['missing']] }] }, { m: 1 }),
    line({ CloudWatchMetrics: [directive] }, { d: 'x', m: 'text' }),
    line({ CloudWatchMetrics: [{ ...directive, Metrics: [{ Name: '__proto__' }] }] }, { d: 'x' }),
  ])('gives none for %s', (text) => {
    expect(metricsIn(text)).toEqual([]);
  });
});
