import { beforeEach, describe, expect, test } from 'vitest';
import { sendToQueue } from './deliver.ts';
import { changeVisibility, deleteFromQueue, onMessage, receiveFromQueue } from './receive.ts';
import { queueArn, worldWithQueue } from './test-kit.ts';

let jobs: Awaited<ReturnType<typeof worldWithQueue>>;
beforeEach(async () => {
  jobs = await worldWithQueue();
});

describe('a long poll', () => {
  test('ends when a message comes', async () => {
    const messages = jobs.receive({ WaitTimeSeconds: 20 });
    await jobs.clock.advance(7_000);
    await jobs.ofQueue('SendMessage', { MessageBody: 'hello' });
    await expect(messages).resolves.toHaveLength(1);
  });

  test('ends empty when its time is over', async () => {
    const messages = jobs.receive({ WaitTimeSeconds: 20 });
    await jobs.clock.advance(20_000);
    await expect(messages).resolves.toHaveLength(0);
    await jobs.ofQueue('SendMessage', { MessageBody: 'hello' });
    await expect(jobs.receive()).resolves.toHaveLength(1);
  });

  test('hands each message to one of those who wait', async () => {
    const both = Promise.all([jobs.receive({ WaitTimeSeconds: 20 }), jobs.receive({ WaitTimeSeconds: 20 })]);
    await jobs.ofQueue('SendMessage', { MessageBody: 'one' });
    await jobs.clock.advance(20_000);
    expect((await both).map((messages) => messages.length)).toEqual([1, 0]);
  });
});

describe('the dead-letter queue', () => {
  const deadLetterArn = 'arn:aws:sqs:us-east-1:111122223333:dead';
  let deadLetterUrl: string;

  beforeEach(async () => {
    deadLetterUrl = await jobs.createQueue('dead');
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: deadLetterArn, maxReceiveCount: 2 });
    await jobs.ofQueue('SetQueueAttributes', { Attributes: { RedrivePolicy } });
  });

  test('gets a message that was received as often as allowed', async () => {
    const told: string[] = [];
    jobs.world.on('deadLettered', ({ queueArn: arn }) => told.push(arn));
    await jobs.ofQueue('SendMessage', { MessageBody: 'poison' });
    for (let time = 0; time < 2; time++) {
      expect(await jobs.receive()).toHaveLength(1);
      await jobs.clock.advance(30_000);
    }
    expect(await jobs.receive()).toHaveLength(0);
    expect(told).toEqual([deadLetterArn]);
    const [dead] = await jobs.receive({ QueueUrl: deadLetterUrl, MessageSystemAttributeNames: ['All'] });
    expect(dead).toMatchObject({
      Body: 'poison',
      Attributes: { DeadLetterQueueSourceArn: queueArn, ApproximateReceiveCount: '3' },
    });
  });

  test('leaves messages where they are while it does not exist', async () => {
    await jobs.call('DeleteQueue', { QueueUrl: deadLetterUrl });
    await jobs.ofQueue('SendMessage', { MessageBody: 'poison' });
    for (let time = 0; time < 4; time++) {
      expect(await jobs.receive()).toHaveLength(1);
      await jobs.clock.advance(30_000);
    }
  });
});

describe('services in the same process', () => {
  test('send, are told, receive and delete', () => {
    const told: string[] = [];
    const stop = onMessage(jobs.world, queueArn, () => told.push('now'));
    sendToQueue(jobs.world, queueArn, 'hello', new Map([['reason', 'test']]));
    expect(told).toEqual(['now']);
    const [message] = receiveFromQueue(jobs.world, queueArn, 10);
    expect(message).toMatchObject({ body: 'hello' });
    expect(message?.attributes.get('reason')).toEqual({ DataType: 'String', StringValue: 'test' });
    deleteFromQueue(jobs.world, queueArn, message?.receiptHandle ?? '');
    stop();
    sendToQueue(jobs.world, queueArn, 'unheard');
    expect(told).toHaveLength(1);
  });

  test('are told again when a message is not deleted in time', async () => {
    let told = 0;
    sendToQueue(jobs.world, queueArn, 'hello');
    receiveFromQueue(jobs.world, queueArn, 1);
    onMessage(jobs.world, queueArn, () => told++);
    await jobs.clock.advance(29_999);
    expect(told).toBe(0);
    await jobs.clock.advance(1);
    expect(told).toBe(1);
  });

  test('are told of what waits already', async () => {
    let told = 0;
    sendToQueue(jobs.world, queueArn, 'hello');
    onMessage(jobs.world, queueArn, () => told++);
    await jobs.clock.advance(0);
    expect(told).toBe(1);
  });

  test('make a message visible before its time', async () => {
    sendToQueue(jobs.world, queueArn, 'hello');
    const [message] = receiveFromQueue(jobs.world, queueArn, 1);
    changeVisibility(jobs.world, queueArn, message?.receiptHandle ?? '', 0);
    expect(receiveFromQueue(jobs.world, queueArn, 1)).toHaveLength(1);
  });

  test('cannot send to a queue that does not exist', () => {
    expect(() => sendToQueue(jobs.world, `${queueArn}-not`, 'hello')).toThrow('does not exist');
  });
});
