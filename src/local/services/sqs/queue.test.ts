import { beforeEach, describe, expect, test } from 'vitest';
import { mallory } from '../../endpoint/test-world.ts';
import { queueArn, worldWithQueue } from './test-kit.ts';

let jobs: Awaited<ReturnType<typeof worldWithQueue>>;
beforeEach(async () => {
  jobs = await worldWithQueue();
});

describe('a queue', () => {
  test('is named by a URL under the endpoint, with account and name', async () => {
    jobs.world.endpointUrl = 'http://127.0.0.1:4580';
    expect(await jobs.call('GetQueueUrl', { QueueName: 'jobs' })).toEqual({
      QueueUrl: 'http://127.0.0.1:4580/111122223333/jobs',
    });
  });

  test('has the defaults that SQS documents', async () => {
    expect(await jobs.attributes()).toMatchObject({
      QueueArn: queueArn,
      VisibilityTimeout: '30',
      MessageRetentionPeriod: '345600',
      MaximumMessageSize: '1048576',
      SqsManagedSseEnabled: 'true',
      ApproximateNumberOfMessages: '0',
    });
  });

  test('is created again with the same attributes only', async () => {
    await expect(jobs.createQueue('jobs', { VisibilityTimeout: '30' })).resolves.toBe(jobs.QueueUrl);
    await expect(jobs.createQueue('jobs', { VisibilityTimeout: '31' })).rejects.toMatchObject({
      code: 'QueueAlreadyExists',
    });
  });

  test('keeps its name for a minute after it was deleted', async () => {
    await jobs.ofQueue('DeleteQueue');
    await expect(jobs.createQueue('jobs')).rejects.toMatchObject({
      code: 'AWS.SimpleQueueService.QueueDeletedRecently',
    });
    await jobs.clock.advance(60_000);
    await expect(jobs.createQueue('jobs')).resolves.toContain('/jobs');
  });

  test('that does not exist is an error under its own code', async () => {
    await expect(jobs.call('GetQueueUrl', { QueueName: 'nowhere' })).rejects.toMatchObject({
      code: 'AWS.SimpleQueueService.NonExistentQueue',
    });
  });

  test("is closed to other accounts' calls", async () => {
    await expect(
      jobs.send('sqs', 'ReceiveMessage', { QueueUrl: jobs.QueueUrl }, mallory),
    ).rejects.toMatchObject({
      code: 'AccessDenied',
    });
  });

  test.each([
    ['a FIFO queue', { QueueName: 'jobs.fifo' }],
    ['a redrive allow policy', { QueueName: 'other', Attributes: { RedriveAllowPolicy: '{}' } }],
  ])('refuses %s by name', async (_, input) => {
    await expect(jobs.call('CreateQueue', input)).rejects.toMatchObject({ code: 'NotImplemented' });
  });

  test.each([
    ['VisibilityTimeout', '43201'],
    ['MessageRetentionPeriod', '59'],
    ['MaximumMessageSize', '1048577'],
    ['DelaySeconds', 'soon'],
    ['Policy', 'no policy'],
    [
      'RedrivePolicy',
      '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111122223333:nowhere","maxReceiveCount":1}',
    ],
    ['RedrivePolicy', JSON.stringify({ deadLetterTargetArn: queueArn, maxReceiveCount: 0 })],
  ])('refuses %s %s', async (name, value) => {
    const refused = jobs.ofQueue('SetQueueAttributes', { Attributes: { [name]: value } });
    await expect(refused).rejects.toMatchObject({ code: 'InvalidParameterValue' });
  });

  test('has tags', async () => {
    await jobs.ofQueue('TagQueue', { Tags: { team: 'security', stage: 'test' } });
    await jobs.ofQueue('UntagQueue', { TagKeys: ['stage'] });
    expect(await jobs.ofQueue('ListQueueTags')).toEqual({ Tags: { team: 'security' } });
  });

  test('is listed by the beginning of its name', async () => {
    await jobs.createQueue('other');
    expect(await jobs.call('ListQueues', { QueueNamePrefix: 'jo' })).toMatchObject({
      QueueUrls: [jobs.QueueUrl],
    });
  });
});

describe('a purge', () => {
  test('empties the queue, once a minute', async () => {
    await jobs.ofQueue('SendMessage', { MessageBody: 'hello' });
    await jobs.ofQueue('PurgeQueue');
    expect(await jobs.receive()).toHaveLength(0);
    await expect(jobs.ofQueue('PurgeQueue')).rejects.toMatchObject({
      code: 'AWS.SimpleQueueService.PurgeQueueInProgress',
    });
  });
});
