import { randomUUID } from 'node:crypto';
import type { Message } from './message.ts';
import { invalidReceiptHandle } from './sqs-error.ts';
import type { Queue } from './store.ts';

/** A handle belongs to one receive of one message. */
export const newReceiptHandle = (queue: Queue, message: Message): string =>
  Buffer.from([queue.arn, message.id, randomUUID()].join(' ')).toString('base64');

/**
 * The message that a handle stands for; undefined when it is gone or was received again since.
 * @throws ServiceError `ReceiptHandleIsInvalid` when it is no handle of this queue
 */
export function messageOfHandle(queue: Queue, receiptHandle: string): Message | undefined {
  const [arn, , receive] = Buffer.from(receiptHandle, 'base64').toString().split(' ');
  if (arn !== queue.arn || !receive) throw invalidReceiptHandle();
  return [...queue.messages].find((message) => message.receiptHandle === receiptHandle);
}
