import type { SendMessageRequest, SendMessageResult } from '@aws-sdk/client-sqs';
import type { Call } from '../../endpoint/operation.ts';
import { checkEncryption, toSend } from './encryption.ts';
import { attributesDigest, bodyDigest } from './message-digest.ts';
import { refuseOversized, toOutgoing } from './outgoing.ts';
import { enqueue } from './queue-messages.ts';
import { requireWholeNumber } from './sqs-error.ts';
import type { Queue } from './store.ts';

/** Sends one message of SendMessage or SendMessageBatch. */
export function send(
  queue: Queue,
  entry: Omit<SendMessageRequest, 'QueueUrl'>,
  call: Call,
): SendMessageResult {
  checkEncryption(call.world, queue, call.caller, toSend);
  const outgoing = toOutgoing(entry, call.caller);
  refuseOversized(queue, outgoing);
  const delay = entry.DelaySeconds;
  if (delay !== undefined) requireWholeNumber('DelaySeconds', delay, 0, 900);
  const message = enqueue(call.world, queue, outgoing, delay);
  return {
    MessageId: message.id,
    MD5OfMessageBody: bodyDigest(message.body),
    MD5OfMessageAttributes: attributesDigest(message.attributes),
  };
}
