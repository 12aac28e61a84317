import type { DescribeRuleResponse, ListTargetsByRuleResponse } from '@aws-sdk/client-eventbridge';
import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../../endpoint/test-world.ts';
import { events } from './index.ts';

let aws: ReturnType<typeof testWorld>;
const send = (operation: string, input: object = {}) => aws.send('events', operation, input);
const EventPattern = JSON.stringify({ source: ['aws.cloudtrail'] });
const putRule = (input: object = {}) => send('PutRule', { Name: 'guard', EventPattern, ...input });
const queue = { Id: 'queue', Arn: 'arn:aws:sqs:us-east-1:111122223333:jobs' };
const putTargets = (...Targets: readonly object[]) => send('PutTargets', { Rule: 'guard', Targets });
const describeRule = () => send('DescribeRule', { Name: 'guard' }) as Promise<DescribeRuleResponse>;

beforeEach(async () => {
  aws = testWorld(events);
  await putRule({ Description: 'watches', Tags: [{ Key: 'team', Value: 'security' }] });
});

describe('a rule', () => {
  const Arn = 'arn:aws:events:us-east-1:111122223333:rule/guard';

  test('is described as it was put', async () => {
    expect(await describeRule()).toEqual({
      Name: 'guard',
      Arn,
      EventPattern,
      State: 'ENABLED',
      Description: 'watches',
      EventBusName: 'default',
      CreatedBy: '111122223333',
    });
  });

  test('put again is replaced, and keeps its targets and tags', async () => {
    await putTargets(queue);
    await putRule({ State: 'DISABLED' });
    expect(await describeRule()).toMatchObject({ State: 'DISABLED', Description: undefined });
    expect(await send('ListTargetsByRule', { Rule: 'guard' })).toMatchObject({ Targets: [queue] });
    expect(await send('ListTagsForResource', { ResourceARN: Arn })).toEqual({
      Tags: [{ Key: 'team', Value: 'security' }],
    });
  });

  test('is enabled and disabled', async () => {
    await send('DisableRule', { Name: 'guard' });
    expect((await describeRule()).State).toBe('DISABLED');
    await send('EnableRule', { Name: 'guard' });
    expect((await describeRule()).State).toBe('ENABLED');
  });

  test('is not deleted while it has targets', async () => {
    await putTargets(queue);
    await expect(send('DeleteRule', { Name: 'guard' })).rejects.toThrow('since it has targets');
    await send('RemoveTargets', { Rule: 'guard', Ids: ['queue'] });
    await send('DeleteRule', { Name: 'guard' });
    await expect(describeRule()).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });

  test('is listed, page by page', async () => {
    await putRule({ Name: 'guard-2' });
    await putRule({ Name: 'other' });
    expect(await send('ListRules', { NamePrefix: 'gu', Limit: 1 })).toMatchObject({
      Rules: [{ Name: 'guard' }],
      NextToken: '1',
    });
    expect(await send('ListRules', { NamePrefix: 'gu', NextToken: '1' })).toMatchObject({
      Rules: [{ Name: 'guard-2' }],
      NextToken: undefined,
    });
  });

  test.each([
    ['without a pattern', { EventPattern: undefined }, 'ValidationException'],
    ['with a bad pattern', { EventPattern: '{"source":"aws.s3"}' }, 'InvalidEventPatternException'],
    [
      'with a pattern over 2,048 characters',
      { EventPattern: `${EventPattern}${' '.repeat(2020)}` },
      'LimitExceededException',
    ],
    ['with a bad name', { Name: 'no spaces' }, 'ValidationException'],
    ['with an unknown state', { State: 'ON' }, 'ValidationException'],
    ['on another bus', { EventBusName: 'mine' }, 'ResourceNotFoundException'],
    ['on a schedule', { ScheduleExpression: 'rate(5 minutes)' }, 'NotImplemented'],
  ])('%s is refused', async (_, input, code) => {
    await expect(putRule(input)).rejects.toMatchObject({ code });
  });
});

describe('targets', () => {
  test('are at most five a rule', async () => {
    await putTargets(...'abcde'.split('').map((Id) => ({ ...queue, Id })));
    await expect(putTargets(queue)).rejects.toMatchObject({ code: 'LimitExceededException' });
    await putTargets({ ...queue, Id: 'a' });
    const { Targets } = (await send('ListTargetsByRule', { Rule: 'guard' })) as ListTargetsByRuleResponse;
    expect(Targets).toHaveLength(5);
  });

  test('are found by their ARN', async () => {
    await putTargets(queue);
    expect(await send('ListRuleNamesByTarget', { TargetArn: queue.Arn })).toMatchObject({
      RuleNames: ['guard'],
    });
  });

  test('that a rule does not have cannot be removed', async () => {
    expect(await send('RemoveTargets', { Rule: 'guard', Ids: ['queue'] })).toMatchObject({
      FailedEntryCount: 1,
      FailedEntries: [{ TargetId: 'queue', ErrorCode: 'ResourceNotFoundException' }],
    });
  });

  test.each([
    ['a state machine', { Arn: 'arn:aws:states:us-east-1:111122223333:stateMachine:x' }, 'NotImplemented'],
    [
      'a template with a variable of no path',
      { InputTransformer: { InputTemplate: '<x>' } },
      'ValidationException',
    ],
    ['a role', { RoleArn: 'arn:aws:iam::111122223333:role/x' }, 'NotImplemented'],
    ['a path that is none', { InputPath: 'detail' }, 'ValidationException'],
    ['no ARN', { Arn: 'jobs' }, 'ValidationException'],
    ['another Region', { Arn: 'arn:aws:sqs:eu-central-1:111122223333:jobs' }, 'ValidationException'],
    ['a bad input', { Input: '{' }, 'ValidationException'],
    ['both an input and a path', { Input: '{}', InputPath: '$' }, 'ValidationException'],
    ['too many retries', { RetryPolicy: { MaximumRetryAttempts: 186 } }, 'ValidationException'],
    ['too young an age', { RetryPolicy: { MaximumEventAgeInSeconds: 59 } }, 'ValidationException'],
    [
      'a topic for dead letters',
      { DeadLetterConfig: { Arn: 'arn:aws:sns:us-east-1:111122223333:x' } },
      'ValidationException',
    ],
  ])('with %s are refused, and none of the request is kept', async (_, difference, code) => {
    await expect(putTargets({ ...queue, Id: 'fine' }, { ...queue, ...difference })).rejects.toMatchObject({
      code,
    });
    expect(await send('ListTargetsByRule', { Rule: 'guard' })).toMatchObject({ Targets: [] });
  });
});

describe('PutEvents', () => {
  const entry = { Source: 'mine', DetailType: 'test', Detail: '{"a":1}' };

  test.each([
    [
      'a source of AWS',
      { Source: 'aws.cloudtrail' },
      'NotAuthorizedForSourceException',
      'Not authorized for the source.',
    ],
    [
      'no source',
      { Source: undefined },
      'InvalidArgument',
      'Parameter Source is not valid. Reason: Source is a required argument.',
    ],
    [
      'no detail',
      { Detail: undefined },
      'InvalidArgument',
      'Parameter Detail is not valid. Reason: Detail is a required argument.',
    ],
    ['a detail that is no object', { Detail: '[1]' }, 'MalformedDetail', 'Detail is malformed.'],
    ['a detail that is no JSON', { Detail: '{' }, 'MalformedDetail', 'Detail is malformed.'],
    ['another bus', { EventBusName: 'mine' }, 'InvalidArgument', 'Event bus mine does not exist.'],
  ])('refuses an entry with %s, and takes the others', async (_, difference, ErrorCode, ErrorMessage) => {
    expect(await send('PutEvents', { Entries: [entry, { ...entry, ...difference }] })).toEqual({
      FailedEntryCount: 1,
      Entries: [{ EventId: expect.any(String) }, { ErrorCode, ErrorMessage }],
    });
  });

  test('takes at most ten entries and 256 KB', async () => {
    await expect(
      send('PutEvents', { Entries: Array.from({ length: 11 }, () => entry) }),
    ).rejects.toMatchObject({
      code: 'ValidationException',
    });
    const Detail = JSON.stringify({ a: 'x'.repeat(262_144) });
    await expect(send('PutEvents', { Entries: [{ ...entry, Detail }] })).rejects.toThrow('over the limit');
  });
});

describe('TestEventPattern', () => {
  const event = {
    id: '1',
    account: '1',
    source: 'aws.cloudtrail',
    time: 't',
    region: 'r',
    resources: [],
    'detail-type': 'd',
  };
  const ask = (Event: unknown) => send('TestEventPattern', { EventPattern, Event: JSON.stringify(Event) });

  test('says whether a pattern matches', async () => {
    expect(await ask(event)).toEqual({ Result: true });
    expect(await ask({ ...event, source: 'aws.s3' })).toEqual({ Result: false });
  });

  test('refuses what is no event', async () => {
    await expect(ask({ source: 'aws.cloudtrail' })).rejects.toMatchObject({ code: 'ValidationException' });
  });
});

describe('the default bus', () => {
  const Arn = 'arn:aws:events:us-east-1:111122223333:event-bus/default';

  test('is there from the start', async () => {
    expect(await send('DescribeEventBus')).toEqual({ Name: 'default', Arn });
    expect(await send('ListEventBuses')).toEqual({ EventBuses: [{ Name: 'default', Arn }] });
  });

  test('has tags', async () => {
    await send('TagResource', { ResourceARN: Arn, Tags: [{ Key: 'a', Value: '1' }] });
    await send('UntagResource', { ResourceARN: Arn, TagKeys: ['a'] });
    expect(await send('ListTagsForResource', { ResourceARN: Arn })).toEqual({ Tags: [] });
  });
});
