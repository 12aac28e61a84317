import type { World } from '../../endpoint/world.ts';
import type { Message, MessageAttributes } from './message.ts';
import { numberOf } from './queue-attributes.ts';
import { hide, remove, visibleMessages } from './queue-messages.ts';
import { messageOfHandle, newReceiptHandle } from './receipt-handle.ts';
import { deadLetterIfExhausted } from './redrive.ts';
import { messageNotInflight, requireWholeNumber } from './sqs-error.ts';
import { type Queue, requireQueue } from './store.ts';

/** A message as its receiver gets it. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  /** `ApproximateReceiveCount`, `SentTimestamp` … */
  readonly systemAttributes: ReadonlyMap<string, string>;
  readonly attributes: MessageAttributes;
}

/**
 * Receives up to `max` messages and hides them for the visibility timeout.
 * @throws ServiceError `AWS.SimpleQueueService.NonExistentQueue`
 */
export const receiveFromQueue = (world: World, queueArn: string, max: number): ReceivedMessage[] =>
  receive(world, requireQueue(world, queueArn), { max });

/** Deletes a received message; one that is gone already is no error. */
export function deleteFromQueue(world: World, queueArn: string, receiptHandle: string): void {
  const queue = requireQueue(world, queueArn);
  const message = messageOfHandle(queue, receiptHandle);
  if (message) remove(queue, message);
}

/**
 * Hides a received message for `seconds` from now; 0 makes it visible at once.
 * @throws ServiceError `AWS.SimpleQueueService.MessageNotInflight`
 */
export function changeVisibility(world: World, queueArn: string, receiptHandle: string, seconds: number) {
  requireWholeNumber('VisibilityTimeout', seconds, 0, 43_200);
  const queue = requireQueue(world, queueArn);
  const message = messageOfHandle(queue, receiptHandle);
  if (!message || message.visibleAt <= world.clock.now()) throw messageNotInflight();
  hide(world, queue, message, seconds * 1000);
}

/**
 * Calls `notify` whenever a message becomes visible, and soon after this call when one already is. Returns what ends it.
 * @throws ServiceError `AWS.SimpleQueueService.NonExistentQueue`
 */
export function onMessage(world: World, queueArn: string, notify: () => void): () => void {
  const queue = requireQueue(world, queueArn);
  queue.listeners.add(notify);
  const cancel = visibleMessages(world, queue).length ? world.clock.after(0, notify) : () => {};
  return () => {
    cancel();
    queue.listeners.delete(notify);
  };
}

export interface ReceiveOptions {
  readonly max: number;
  /** @default the queue's own */
  readonly visibilityTimeoutSeconds?: number | undefined;
}

/** Messages that were received too often go to the dead-letter queue on the way. */
export function receive(world: World, queue: Queue, options: ReceiveOptions): ReceivedMessage[] {
  const hiddenForSeconds = options.visibilityTimeoutSeconds ?? numberOf(queue, 'VisibilityTimeout');
  const received: ReceivedMessage[] = [];
  for (const message of visibleMessages(world, queue)) {
    if (received.length === options.max) break;
    if (deadLetterIfExhausted(world, queue, message)) continue;
    received.push(handOut(world, queue, message));
    hide(world, queue, message, hiddenForSeconds * 1000);
  }
  return received;
}

function handOut(world: World, queue: Queue, message: Message): ReceivedMessage {
  const receiptHandle = newReceiptHandle(queue, message);
  message.receiptHandle = receiptHandle;
  message.receiveCount += 1;
  message.firstReceivedAt ??= world.clock.now();
  return {
    messageId: message.id,
    receiptHandle,
    body: message.body,
    systemAttributes: systemAttributes(message),
    attributes: message.attributes,
  };
}

const systemAttributes = (message: Message) =>
  new Map([
    ['SenderId', message.senderId],
    ['SentTimestamp', String(message.sentAt)],
    ['ApproximateReceiveCount', String(message.receiveCount)],
    ['ApproximateFirstReceiveTimestamp', String(message.firstReceivedAt)],
    ...(message.deadLetterSource ? [['DeadLetterQueueSourceArn', message.deadLetterSource] as const] : []),
  ]);
