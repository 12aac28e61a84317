import { randomUUID } from 'node:crypto';
import type { MessageAttributeValue } from '@aws-sdk/client-sqs';

export type MessageAttributes = ReadonlyMap<string, MessageAttributeValue>;

/** What a sender hands over. */
export interface Outgoing {
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly senderId: string;
}

/** A message in a queue. Where it stands follows from `visibleAt` and `receiveCount`. */
export interface Message extends Outgoing {
  readonly id: string;
  readonly sentAt: number;
  /** From when it can be received; in the future while it is delayed or in flight. */
  visibleAt: number;
  receiveCount: number;
  firstReceivedAt?: number;
  /** Of the latest receive; earlier ones delete nothing. */
  receiptHandle?: string;
  /** The queue that gave it up, once it lies in a dead-letter queue. */
  deadLetterSource?: string;
  /** Forgets the timer that tells when it becomes visible. */
  cancelWake?: () => void;
}

export const newMessage = (outgoing: Outgoing, sentAt: number, id: string = randomUUID()): Message => ({
  ...outgoing,
  id,
  sentAt,
  visibleAt: sentAt,
  receiveCount: 0,
});
