import type { GetScheduleOutput } from '@aws-sdk/client-scheduler';
import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../../endpoint/test-world.ts';
import { iam } from '../iam/index.ts';
import { sqs } from '../sqs/index.ts';
import { deleteFromQueue, receiveFromQueue } from '../sqs/receive.ts';
import { scheduler } from './index.ts';

let aws: ReturnType<typeof testWorld>;
const jobs = 'arn:aws:sqs:us-east-1:111122223333:jobs';
const dead = 'arn:aws:sqs:us-east-1:111122223333:dead';
const functionArn = 'arn:aws:lambda:us-east-1:111122223333:function:guard';
const RoleArn = 'arn:aws:iam::111122223333:role/sweeper';
const scheduleArn = 'arn:aws:scheduler:us-east-1:111122223333:schedule/default/sweep';
const minutes = (count: number) => aws.clock.advance(count * 60_000);

const send = (operation: string, input: object = {}) => aws.send('scheduler', operation, input);
const target = { Arn: jobs, RoleArn, Input: '{"trailkeeper":"sweep"}', DeadLetterConfig: { Arn: dead } };
const schedule = (Target: object = {}, input: object = {}) => ({
  Name: 'sweep',
  ScheduleExpression: 'rate(5 minutes)',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: { ...target, ...Target },
  ...input,
});
const create = (Target: object = {}, input: object = {}) => send('CreateSchedule', schedule(Target, input));

function received(queueArn: string) {
  const messages = receiveFromQueue(aws.world, queueArn, 10);
  for (const { receiptHandle } of messages) deleteFromQueue(aws.world, queueArn, receiptHandle);
  return messages;
}

const bodies = (queueArn: string) => received(queueArn).map(({ body }) => body);

async function createRole(RoleName: string, trust: object, mayCall: object) {
  const AssumeRolePolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', ...trust },
  });
  await aws.send('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument });
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', ...mayCall },
  });
  await aws.send('iam', 'PutRolePolicy', { RoleName, PolicyName: 'calls', PolicyDocument });
}

const trustsScheduler = { Principal: { Service: 'scheduler.amazonaws.com' } };
const sendsToQueues = { Action: 'sqs:SendMessage', Resource: [jobs, dead, `${jobs}-not`] };

beforeEach(async () => {
  aws = testWorld(iam, sqs, scheduler);
  for (const QueueName of ['jobs', 'dead']) await aws.send('sqs', 'CreateQueue', { QueueName });
  const Condition = { StringEquals: { 'aws:SourceAccount': '111122223333' } };
  await createRole('sweeper', { ...trustsScheduler, Condition }, sendsToQueues);
});

describe('a schedule', () => {
  test('runs at once, and then at its rate', async () => {
    await create();
    await minutes(0);
    expect(bodies(jobs)).toEqual([target.Input]);
    await minutes(4);
    expect(bodies(jobs)).toEqual([]);
    await minutes(6);
    expect(bodies(jobs)).toHaveLength(2);
  });

  test('does not run while it is disabled', async () => {
    await create({}, { State: 'DISABLED' });
    await minutes(10);
    expect(bodies(jobs)).toEqual([]);
    await send('UpdateSchedule', schedule());
    await minutes(0);
    expect(bodies(jobs)).toHaveLength(1);
  });

  test('that is changed runs at the new rate only', async () => {
    await create();
    await minutes(1);
    await send('UpdateSchedule', schedule({}, { ScheduleExpression: 'rate(1 hour)' }));
    await minutes(59);
    expect(bodies(jobs)).toHaveLength(2);
  });

  test('that is deleted runs no more', async () => {
    await create();
    await minutes(0);
    await send('DeleteSchedule', { Name: 'sweep' });
    await minutes(60);
    expect(bodies(jobs)).toHaveLength(1);
    await expect(send('GetSchedule', { Name: 'sweep' })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });

  test('can be put off for years', async () => {
    await create();
    await minutes(0);
    expect(bodies(jobs)).toHaveLength(1);
    const years = { ScheduleExpression: 'at(2099-01-01T00:00:00)' };
    await send('UpdateSchedule', schedule({}, years));
    await minutes(60);
    expect(bodies(jobs)).toEqual([]);
    expect(await send('GetSchedule', { Name: 'sweep' })).toMatchObject(years);
  });

  test('runs from its start to its end', async () => {
    const StartDate = new Date(aws.clock.now() + 10 * 60_000);
    const EndDate = new Date(aws.clock.now() + 20 * 60_000);
    await create({}, { StartDate, EndDate });
    await minutes(9);
    expect(bodies(jobs)).toEqual([]);
    await minutes(60);
    expect(bodies(jobs)).toHaveLength(3);
  });

  test('may run late by its window', async () => {
    await create({}, { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 2 } });
    await minutes(1);
    expect(bodies(jobs)).toEqual([]);
    await minutes(6);
    expect(bodies(jobs)).toHaveLength(2);
    expect(await send('GetSchedule', { Name: 'sweep' })).toMatchObject({
      FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 2 },
    });
  });

  test('deletes itself after its last run when it is to', async () => {
    const ScheduleExpression = 'at(2026-01-01T00:01:00)';
    await create({}, { ScheduleExpression, ActionAfterCompletion: 'DELETE' });
    await minutes(1);
    expect(bodies(jobs)).toHaveLength(1);
    expect(await send('ListSchedules')).toMatchObject({ Schedules: [] });
  });

  test('runs by the times of a cron expression', async () => {
    await create({}, { ScheduleExpression: 'cron(0/15 0 * * ? *)' });
    await minutes(44);
    expect(bodies(jobs)).toHaveLength(3);
    await minutes(60);
    expect(bodies(jobs)).toHaveLength(1);
  });

  test('runs only while the policy of its queue lets its role', async () => {
    const Statement = [{ Effect: 'Deny', Principal: '*', Action: 'sqs:SendMessage', Resource: jobs }];
    await aws.send('sqs', 'SetQueueAttributes', {
      QueueUrl: '/111122223333/jobs',
      Attributes: { Policy: JSON.stringify({ Statement }) },
    });
    await create();
    await minutes(0);
    expect([bodies(jobs), bodies(dead)]).toEqual([[], [target.Input]]);
  });

  test('fills the context attributes in', async () => {
    await create({
      Input: '<aws.scheduler.schedule-arn> <aws.scheduler.scheduled-time> <aws.scheduler.attempt-number>',
    });
    await minutes(0);
    expect(bodies(jobs)).toEqual([`${scheduleArn} 2026-01-01T00:00:00Z 1`]);
  });

  test('without input sends a notification', async () => {
    await create({ Input: undefined });
    await minutes(0);
    expect(JSON.parse(bodies(jobs)[0] ?? '')).toMatchObject({
      source: 'aws.scheduler',
      'detail-type': 'Scheduled Event',
      resources: [scheduleArn],
      detail: '{}',
    });
  });

  test('is described with the retry policy it has by default', async () => {
    await create();
    const shown = (await send('GetSchedule', { Name: 'sweep' })) as GetScheduleOutput;
    expect(shown).toMatchObject({
      Arn: scheduleArn,
      GroupName: 'default',
      State: 'ENABLED',
      ScheduleExpression: 'rate(5 minutes)',
      ScheduleExpressionTimezone: 'UTC',
      Target: { Arn: jobs, RetryPolicy: { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 } },
    });
  });

  test('has a name of its own in its group', async () => {
    await create();
    await expect(create()).rejects.toMatchObject({ code: 'ConflictException' });
    await send('CreateScheduleGroup', { Name: 'other', Tags: [{ Key: 'a', Value: '1' }] });
    await create({}, { GroupName: 'other' });
    expect(await send('ListSchedules', { NamePrefix: 'sw' })).toMatchObject({
      Schedules: [{ GroupName: 'default' }, { GroupName: 'other', Target: { Arn: jobs } }],
    });
  });

  test.each([
    [
      'a time in another time zone',
      {},
      { ScheduleExpression: 'at(2030-01-01T00:00:00)', ScheduleExpressionTimezone: 'Europe/Berlin' },
      'NotImplemented',
    ],
    ['the last day of a month', {}, { ScheduleExpression: 'cron(0 8 L * ? *)' }, 'NotImplemented'],
    ['both kinds of days', {}, { ScheduleExpression: 'cron(0 8 1 * 2 *)' }, 'ValidationException'],
    ['a 25th hour', {}, { ScheduleExpression: 'cron(0 24 * * ? *)' }, 'ValidationException'],
    ['five fields', {}, { ScheduleExpression: 'cron(0 8 * * ?)' }, 'ValidationException'],
    ['no time', {}, { ScheduleExpression: 'at(soon)' }, 'ValidationException'],
    ['a window without a length', {}, { FlexibleTimeWindow: { Mode: 'FLEXIBLE' } }, 'ValidationException'],
    ['an end before its start', {}, { StartDate: new Date(1), EndDate: new Date(0) }, 'ValidationException'],
    ['a universal target', { Arn: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage' }, {}, 'NotImplemented'],
    ["another account's queue", { Arn: 'arn:aws:sqs:us-east-1:444455556666:jobs' }, {}, 'NotImplemented'],
    ['the rate 0', {}, { ScheduleExpression: 'rate(0 minutes)' }, 'ValidationException'],
    ['one in the plural', {}, { ScheduleExpression: 'rate(1 minutes)' }, 'ValidationException'],
    ['many in the singular', {}, { ScheduleExpression: 'rate(5 minute)' }, 'ValidationException'],
    ['weeks', {}, { ScheduleExpression: 'rate(2 weeks)' }, 'ValidationException'],
    ['no JSON for a function', { Arn: functionArn, Input: 'sweep' }, {}, 'ValidationException'],
    ['no role', { RoleArn: `${RoleArn}-not` }, {}, 'ValidationException'],
    ['no such group', {}, { GroupName: 'nowhere' }, 'ResourceNotFoundException'],
    ['too many retries', { RetryPolicy: { MaximumRetryAttempts: 186 } }, {}, 'ValidationException'],
  ])('with %s is refused', async (_, Target, input, code) => {
    await expect(create(Target, input)).rejects.toMatchObject({ code });
  });

  test('needs a role that trusts the Scheduler', async () => {
    await createRole('other', { Principal: { Service: 'lambda.amazonaws.com' } }, sendsToQueues);
    await expect(create({ RoleArn: 'arn:aws:iam::111122223333:role/other' })).rejects.toThrow(
      'must allow AWS EventBridge Scheduler to assume the role',
    );
  });
});

describe('what a schedule cannot deliver', () => {
  const codes = () => received(dead).map(({ attributes }) => attributes.get('ERROR_CODE')?.StringValue);

  test.each([
    ['its role may not call', functionArn, 'AccessDeniedException'],
    ['does not exist', `${jobs}-not`, 'AWS.SimpleQueueService.NonExistentQueue'],
  ])('because the target %s goes to the dead-letter queue', async (_, Arn, code) => {
    await create({ Arn });
    await minutes(0);
    expect(codes()).toEqual([code]);
  });

  test('because its role is gone is lost: the dead-letter queue is written with that role too', async () => {
    await create();
    await aws.send('iam', 'DeleteRolePolicy', { RoleName: 'sweeper', PolicyName: 'calls' });
    await minutes(0);
    expect([bodies(jobs), bodies(dead)]).toEqual([[], []]);
  });

  test('says when it was due and of which schedule', async () => {
    await create({ Arn: `${jobs}-not` });
    await minutes(0);
    const [message] = received(dead);
    expect(message?.body).toBe(target.Input);
    expect(message?.attributes.get('SCHEDULE_ARN')?.StringValue).toBe(scheduleArn);
    expect(message?.attributes.get('SCHEDULED_TIME')?.StringValue).toBe('2026-01-01T00:00:00Z');
  });
});

test('schedule groups are listed, and take their schedules along when deleted', async () => {
  await send('CreateScheduleGroup', { Name: 'guard' });
  await create({}, { GroupName: 'guard' });
  expect(await send('ListScheduleGroups', { NamePrefix: 'g' })).toMatchObject({
    ScheduleGroups: [{ Name: 'guard', State: 'ACTIVE' }],
  });
  await send('DeleteScheduleGroup', { Name: 'guard' });
  await minutes(10);
  expect(bodies(jobs)).toEqual([]);
});

test('a schedule group has tags', async () => {
  const ResourceArn = 'arn:aws:scheduler:us-east-1:111122223333:schedule-group/default';
  await send('TagResource', {
    ResourceArn,
    Tags: [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ],
  });
  await send('UntagResource', { ResourceArn, TagKeys: ['a'] });
  expect(await send('ListTagsForResource', { ResourceArn })).toEqual({ Tags: [{ Key: 'b', Value: '2' }] });
  expect(await send('GetScheduleGroup', { Name: 'default' })).toMatchObject({
    Arn: ResourceArn,
    State: 'ACTIVE',
  });
});
