import { beforeEach, describe, expect, test } from 'vitest';
import { worldWithQueue } from './test-kit.ts';

let jobs: Awaited<ReturnType<typeof worldWithQueue>>;
beforeEach(async () => {
  jobs = await worldWithQueue();
});

describe('a message', () => {
  test('carries the digests that clients check, as AWS was seen to answer', async () => {
    const MessageAttributes = { timestamp: { DataType: 'Number', StringValue: '1493147359900' } };
    expect(await jobs.ofQueue('SendMessage', { MessageBody: 'derp', MessageAttributes })).toMatchObject({
      MD5OfMessageBody: '58fd9edd83341c29f1aebba81c31e257',
      MD5OfMessageAttributes: '235c5c510d26fb653d073faed50ae77c',
    });
  });

  test('returns the attributes that were asked for, and their digest alone', async () => {
    const MessageAttributes = {
      reason: { DataType: 'String', StringValue: 'a' },
      eventId: { DataType: 'String', StringValue: 'b' },
    };
    await jobs.ofQueue('SendMessage', { MessageBody: 'hello', MessageAttributes });
    const [message] = await jobs.receive({
      MessageAttributeNames: ['rea.*', 'reason'],
      AttributeNames: ['SentTimestamp'],
    });
    expect(message?.MessageAttributes).toEqual({ reason: MessageAttributes.reason });
    expect(message?.Attributes).toEqual({ SentTimestamp: String(jobs.clock.now()) });
  });

  test('is hidden once received, and visible again after the timeout', async () => {
    await jobs.ofQueue('SendMessage', { MessageBody: 'hello' });
    expect(await jobs.receive()).toHaveLength(1);
    expect(await jobs.receive()).toHaveLength(0);
    expect(await jobs.attributes()).toMatchObject({ ApproximateNumberOfMessagesNotVisible: '1' });
    await jobs.clock.advance(30_000);
    const [again] = await jobs.receive({ MessageSystemAttributeNames: ['All'] });
    expect(again?.Attributes).toMatchObject({ ApproximateReceiveCount: '2', SenderId: 'AIDAALICE' });
  });

  test('is deleted by the handle of its latest receive only', async () => {
    await jobs.ofQueue('SendMessage', { MessageBody: 'hello' });
    const [first] = await jobs.receive({ VisibilityTimeout: 0 });
    const [second] = await jobs.receive();
    await jobs.ofQueue('DeleteMessage', { ReceiptHandle: first?.ReceiptHandle });
    expect(await jobs.attributes()).toMatchObject({ ApproximateNumberOfMessagesNotVisible: '1' });
    await jobs.ofQueue('DeleteMessage', { ReceiptHandle: second?.ReceiptHandle });
    expect(await jobs.attributes()).toMatchObject({ ApproximateNumberOfMessagesNotVisible: '0' });
  });

  test('is not deleted by what is no handle of its queue', async () => {
    await expect(jobs.ofQueue('DeleteMessage', { ReceiptHandle: 'rubbish' })).rejects.toMatchObject({
      code: 'ReceiptHandleIsInvalid',
    });
  });

  test('is visible at once when its timeout is set to 0, and cannot be hidden then', async () => {
    await jobs.ofQueue('SendMessage', { MessageBody: 'hello' });
    const [message] = await jobs.receive();
    const change = { ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 0 };
    await jobs.ofQueue('ChangeMessageVisibility', change);
    await expect(jobs.ofQueue('ChangeMessageVisibility', change)).rejects.toMatchObject({
      code: 'AWS.SimpleQueueService.MessageNotInflight',
    });
    expect(await jobs.receive()).toHaveLength(1);
  });

  test('is not received before its delay is over', async () => {
    await jobs.ofQueue('SendMessage', { MessageBody: 'hello', DelaySeconds: 5 });
    expect(await jobs.receive()).toHaveLength(0);
    expect(await jobs.attributes()).toMatchObject({ ApproximateNumberOfMessagesDelayed: '1' });
    await jobs.clock.advance(5_000);
    expect(await jobs.receive()).toHaveLength(1);
  });

  test('is gone after the retention period', async () => {
    await jobs.ofQueue('SetQueueAttributes', { Attributes: { MessageRetentionPeriod: '60' } });
    await jobs.ofQueue('SendMessage', { MessageBody: 'hello' });
    await jobs.clock.advance(60_000);
    expect(await jobs.receive()).toHaveLength(0);
  });

  test('may have one MiB, and what its queue allows', async () => {
    await jobs.ofQueue('SendMessage', { MessageBody: 'x'.repeat(1_048_576) });
    await expect(jobs.ofQueue('SendMessage', { MessageBody: 'x'.repeat(1_048_577) })).rejects.toThrow(
      '1048576 bytes',
    );
    await jobs.ofQueue('SetQueueAttributes', { Attributes: { MaximumMessageSize: '1024' } });
    await expect(jobs.ofQueue('SendMessage', { MessageBody: 'ä'.repeat(513) })).rejects.toThrow('1024 bytes');
  });

  test.each([
    ['no body', { MessageBody: '' }, 'MissingParameter'],
    ['a control character', { MessageBody: 'a\u0000b' }, 'InvalidMessageContents'],
    [
      'an attribute without value',
      { MessageBody: 'a', MessageAttributes: { a: { DataType: 'String', StringValue: '' } } },
      'InvalidParameterValue',
    ],
    [
      'an attribute of no known type',
      { MessageBody: 'a', MessageAttributes: { a: { DataType: 'Text', StringValue: 'a' } } },
      'InvalidParameterValue',
    ],
    ['a group', { MessageBody: 'a', MessageGroupId: 'a' }, 'NotImplemented'],
  ])('with %s is refused', async (_, input, code) => {
    await expect(jobs.ofQueue('SendMessage', input)).rejects.toMatchObject({ code });
  });

  test('is held twice where duplicates are wanted', async () => {
    jobs = await worldWithQueue({ duplicateMessages: true });
    await jobs.ofQueue('SendMessage', { MessageBody: 'hello' });
    const [first, second] = await jobs.receive();
    expect(second).toMatchObject({ MessageId: first?.MessageId, Body: 'hello' });
    expect(second?.ReceiptHandle).not.toBe(first?.ReceiptHandle);
  });
});

describe('a batch', () => {
  test('succeeds or fails entry by entry', async () => {
    const Entries = [
      { Id: 'good', MessageBody: 'hello' },
      { Id: 'bad', MessageBody: '' },
    ];
    expect(await jobs.ofQueue('SendMessageBatch', { Entries })).toMatchObject({
      Successful: [{ Id: 'good', MD5OfMessageBody: '5d41402abc4b2a76b9719d911017c592' }],
      Failed: [{ Id: 'bad', Code: 'MissingParameter', SenderFault: true }],
    });
  });

  test('deletes and hides by handle', async () => {
    await jobs.ofQueue('SendMessage', { MessageBody: 'one' });
    await jobs.ofQueue('SendMessage', { MessageBody: 'two' });
    const [one, two] = await jobs.receive();
    await jobs.ofQueue('DeleteMessageBatch', { Entries: [{ Id: 'a', ReceiptHandle: one?.ReceiptHandle }] });
    const Entries = [{ Id: 'b', ReceiptHandle: two?.ReceiptHandle, VisibilityTimeout: 0 }];
    await jobs.ofQueue('ChangeMessageVisibilityBatch', { Entries });
    expect((await jobs.receive()).map(({ Body }) => Body)).toEqual(['two']);
  });

  test.each([
    ['EmptyBatchRequest', []],
    [
      'TooManyEntriesInBatchRequest',
      Array.from({ length: 11 }, (_, at) => ({ Id: `a${at}`, MessageBody: 'x' })),
    ],
    [
      'BatchEntryIdsNotDistinct',
      [
        { Id: 'a', MessageBody: 'x' },
        { Id: 'a', MessageBody: 'x' },
      ],
    ],
    ['InvalidBatchEntryId', [{ Id: 'no spaces', MessageBody: 'x' }]],
    [
      'BatchRequestTooLong',
      Array.from({ length: 2 }, (_, at) => ({ Id: `a${at}`, MessageBody: 'x'.repeat(524_289) })),
    ],
  ])('is refused as a whole: %s', async (code, Entries) => {
    await expect(jobs.ofQueue('SendMessageBatch', { Entries })).rejects.toMatchObject({
      code: `AWS.SimpleQueueService.${code}`,
    });
  });
});
