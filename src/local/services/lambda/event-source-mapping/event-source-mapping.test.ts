import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kms } from '../../kms/index.ts';
import { sendToQueue } from '../../sqs/deliver.ts';
import { closeEnvironments } from '../environments.ts';
import { FUNCTION_ARN, lambdaWorld, QUEUE_ARN, QUEUE_URL } from '../test-lambda.ts';

let aws: Awaited<ReturnType<typeof lambdaWorld>>;
let returned: number;
beforeEach(async () => {
  aws = await lambdaWorld();
  returned = 0;
  aws.world.on('returned', () => {
    returned += 1;
  });
  await aws.allow('sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'logs:*');
  await aws.sendTo('sqs', 'CreateQueue', { QueueName: 'q' });
});
afterEach(() => closeEnvironments(aws.world));

const map = (more: object = {}) =>
  aws.send('CreateEventSourceMapping', { FunctionName: 'f', EventSourceArn: QUEUE_ARN, ...more });

/** What is left in the queue, waiting or in flight. */
const left = async () => {
  const { Attributes } = (await aws.sendTo('sqs', 'GetQueueAttributes', {
    QueueUrl: QUEUE_URL,
    AttributeNames: ['All'],
  })) as { Attributes: Record<string, string> };
  const { ApproximateNumberOfMessages: visible, ApproximateNumberOfMessagesNotVisible: hidden } = Attributes;
  return Number(visible) + Number(hidden);
};

const sendAll = (...bodies: string[]) => {
  for (const body of bodies) sendToQueue(aws.world, QUEUE_ARN, body);
};

const batches = async (count: number) => {
  await aws.clock.advance(0);
  await expect.poll(() => returned, { timeout: 5000 }).toBe(count);
  // What the poller does with the answer follows it.
  await aws.clock.advance(0);
};

const ANSWERS = 'exports.handler = async ({ Records }) => JSON.parse(Records[0].body).answer;';
const REPORTS = { FunctionResponseTypes: ['ReportBatchItemFailures'] };

describe('messages of a queue', () => {
  test('are handled in one batch and deleted', async () => {
    await aws.createFunction('exports.handler = async (event) => console.log(JSON.stringify(event));');
    await map();
    sendAll('one', 'two');
    await batches(1);
    const line = (await aws.logged()).find((candidate) => candidate.includes('Records')) ?? '';
    expect(JSON.parse(line.slice(line.indexOf('{')))).toMatchObject({
      Records: [
        {
          body: 'one',
          eventSource: 'aws:sqs',
          eventSourceARN: QUEUE_ARN,
          awsRegion: 'us-east-1',
          md5OfBody: 'f97c5d29941bfb1b2fdab0874906ab82',
          attributes: { ApproximateReceiveCount: '1' },
          messageAttributes: {},
        },
        { body: 'two' },
      ],
    });
    expect(await left()).toBe(0);
  });

  test('that lie there already are handled when the mapping is made', async () => {
    await aws.createFunction('exports.handler = async () => null;');
    sendAll('one');
    await map();
    await batches(1);
    expect(await left()).toBe(0);
  });

  test('come back after the visibility timeout when the function failed', async () => {
    await aws.createFunction("exports.handler = async () => { throw new Error('no'); };");
    await map();
    sendAll('one');
    await batches(1);
    expect(await left()).toBe(1);
    await aws.clock.advance(30_000);
    await batches(2);
  });

  test('are not more than the batch size at once', async () => {
    await aws.createFunction('exports.handler = async () => null;');
    await map({ BatchSize: 2 });
    sendAll('1', '2', '3', '4', '5');
    await batches(3);
    expect(await left()).toBe(0);
  });

  test('gather while a batching window is open', async () => {
    await aws.createFunction('exports.handler = async () => null;');
    await map({ BatchSize: 100, MaximumBatchingWindowInSeconds: 5 });
    for (let i = 0; i < 15; i++) sendAll(String(i));
    await aws.clock.advance(4_999);
    expect(await left()).toBe(15);
    await aws.clock.advance(1);
    await batches(1);
    expect(await left()).toBe(0);
  });

  test('are only those that a filter lets through; the others are deleted', async () => {
    await aws.createFunction('exports.handler = async () => null;');
    await map({ FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["a"]}}' }] } });
    sendAll('{"kind":"b"}', 'no JSON');
    await aws.clock.advance(0);
    expect([await left(), returned]).toEqual([0, 0]);
    sendAll('{"kind":"a"}');
    await batches(1);
  });

  test('stay in the queue while the mapping is disabled, and after it was deleted', async () => {
    await aws.createFunction('exports.handler = async () => null;');
    const { UUID } = (await map({ Enabled: false })) as { UUID: string };
    sendAll('one');
    await aws.clock.advance(60_000);
    expect(await left()).toBe(1);
    await aws.send('UpdateEventSourceMapping', { UUID, Enabled: true });
    await batches(1);
    await aws.send('DeleteEventSourceMapping', { UUID });
    sendAll('two');
    await aws.clock.advance(60_000);
    expect(await left()).toBe(1);
  });

  test('wait while the function is throttled', async () => {
    await aws.createFunction('exports.handler = async () => null;');
    await map();
    await aws.send('PutFunctionConcurrency', { FunctionName: 'f', ReservedConcurrentExecutions: 0 });
    sendAll('one');
    await aws.clock.advance(40_000);
    expect([await left(), returned]).toEqual([1, 0]);
    await aws.send('DeleteFunctionConcurrency', { FunctionName: 'f' });
    await aws.clock.advance(30_000);
    await batches(1);
    expect(await left()).toBe(0);
  });

  test('wait while the role may not receive them', async () => {
    await aws.createFunction('exports.handler = async () => null;');
    await map();
    await aws.allow('logs:*');
    sendAll('one');
    await aws.clock.advance(60_000);
    expect(await left()).toBe(1);
    await aws.allow('sqs:*');
    await aws.clock.advance(20_000);
    await batches(1);
  });

  test("wait while the queue's policy denies the role, or its key cannot be used", async () => {
    aws = await lambdaWorld(kms);
    aws.world.on('returned', () => {
      returned += 1;
    });
    await aws.allow('sqs:*', 'logs:*', 'kms:*');
    await aws.sendTo('sqs', 'CreateQueue', { QueueName: 'q' });
    await aws.createFunction('exports.handler = async () => null;');
    await map();
    const { KeyMetadata } = (await aws.sendTo('kms', 'CreateKey')) as { KeyMetadata: { Arn: string } };
    const set = (Attributes: object) =>
      aws.sendTo('sqs', 'SetQueueAttributes', { QueueUrl: QUEUE_URL, Attributes });
    const Statement = [{ Effect: 'Deny', Principal: '*', Action: 'sqs:ReceiveMessage', Resource: QUEUE_ARN }];
    await set({ Policy: JSON.stringify({ Statement }) });
    sendAll('one');
    await aws.clock.advance(60_000);
    expect(await left()).toBe(1);
    await set({ Policy: '', KmsMasterKeyId: KeyMetadata.Arn });
    await aws.sendTo('kms', 'DisableKey', { KeyId: KeyMetadata.Arn });
    await aws.clock.advance(60_000);
    expect(await left()).toBe(1);
    await aws.sendTo('kms', 'EnableKey', { KeyId: KeyMetadata.Arn });
    await aws.clock.advance(20_000);
    await batches(1);
  });

  test('are handled by no more processes than the maximum concurrency', async () => {
    await aws.createFunction('exports.handler = () => new Promise((r) => setTimeout(r, 30, null));');
    let atOnce = 0;
    let most = 0;
    aws.world.on('invoked', () => {
      most = Math.max(most, ++atOnce);
    });
    aws.world.on('returned', () => {
      atOnce -= 1;
    });
    await map({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 2 } });
    sendAll('1', '2', '3', '4', '5');
    await batches(5);
    expect(most).toBe(2);
  });
});

describe('an answer that names failed items', () => {
  test.each([
    ['an empty list', { batchItemFailures: [] }, 0],
    ['null', null, 0],
    ['an empty object', {}, 0],
    ['a null list', { batchItemFailures: null }, 0],
    ['an empty id', { batchItemFailures: [{ itemIdentifier: '' }] }, 2],
    ['a null id', { batchItemFailures: [{ itemIdentifier: null }] }, 2],
    ['a misspelt id', { batchItemFailures: [{ itemIdentifer: 'x' }] }, 2],
    ['an unknown id', { batchItemFailures: [{ itemIdentifier: 'x' }] }, 2],
    ['no list', { batchItemFailures: 'x' }, 2],
    ['text', 'ok', 2],
  ])('with %s', async (_, answer, remaining) => {
    await aws.createFunction(ANSWERS);
    await map(REPORTS);
    sendAll(JSON.stringify({ answer }), '{}');
    await batches(1);
    expect(await left()).toBe(remaining);
  });

  test('keeps exactly those', async () => {
    await aws.createFunction(`exports.handler = async ({ Records }) => ({
      batchItemFailures: [{ itemIdentifier: Records[1].messageId }] });`);
    await map(REPORTS);
    sendAll('good', 'bad', 'good');
    await batches(1);
    expect(await left()).toBe(1);
  });

  test('counts for nothing unless the mapping asks for it', async () => {
    await aws.createFunction(ANSWERS);
    await map();
    sendAll(JSON.stringify({ answer: { batchItemFailures: [{ itemIdentifier: '' }] } }));
    await batches(1);
    expect(await left()).toBe(0);
  });
});

describe('an event source mapping is refused', () => {
  test('when the queue hides messages for less than the function may run', async () => {
    await aws.createFunction('exports.handler = 1;', { Timeout: 31 });
    await expect(map()).rejects.toMatchObject({
      code: 'InvalidParameterValueException',
      message: 'Queue visibility timeout: 30 seconds is less than Function timeout: 31 seconds',
    });
  });

  test('when the role may not receive', async () => {
    await aws.createFunction('exports.handler = 1;');
    await aws.allow('sqs:DeleteMessage');
    await expect(map()).rejects.toMatchObject({ message: expect.stringContaining('ReceiveMessage') });
  });

  test('when there is one already', async () => {
    await aws.createFunction('exports.handler = 1;');
    await map();
    await expect(map()).rejects.toMatchObject({ code: 'ResourceConflictException' });
  });

  test.each([
    ['a batch over ten without a window', { BatchSize: 11 }, 'InvalidParameterValueException'],
    ['a concurrency of one', { ScalingConfig: { MaximumConcurrency: 1 } }, 'InvalidParameterValueException'],
    [
      'a filter of attributes',
      { FilterCriteria: { Filters: [{ Pattern: '{"messageId":["x"]}' }] } },
      'NotImplemented',
    ],
    ['a destination', { DestinationConfig: { OnFailure: { Destination: 'x' } } }, 'NotImplemented'],
    ['another function', { FunctionName: 'g' }, 'ResourceNotFoundException'],
    ['a queue that is not there', { EventSourceArn: `${QUEUE_ARN}x` }, 'InvalidParameterValueException'],
    ['another source', { EventSourceArn: FUNCTION_ARN }, 'NotImplemented'],
  ])('with %s', async (_, more, code) => {
    await aws.createFunction('exports.handler = 1;');
    await expect(map(more)).rejects.toMatchObject({ code });
  });
});
