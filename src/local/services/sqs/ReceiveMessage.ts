import type { Message, ReceiveMessageRequest, ReceiveMessageResult } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { checkEncryption, toReceive } from './encryption.ts';
import { longPoll } from './long-poll.ts';
import { attributesDigest, bodyDigest } from './message-digest.ts';
import { numberOf } from './queue-attributes.ts';
import { queueOfUrl } from './queue-url.ts';
import type { ReceivedMessage } from './receive.ts';
import { requireWholeNumber } from './sqs-error.ts';

export const ReceiveMessage: Operation<ReceiveMessageRequest, ReceiveMessageResult> = async (input, call) => {
  refuseUnsupported(input, 'ReceiveRequestAttemptId');
  const queue = queueOfUrl(input.QueueUrl, 'ReceiveMessage', call);
  checkEncryption(call.world, queue, call.caller, toReceive);
  const { VisibilityTimeout: timeout } = input;
  if (timeout !== undefined) requireWholeNumber('VisibilityTimeout', timeout, 0, 43_200);
  const wait = input.WaitTimeSeconds ?? numberOf(queue, 'ReceiveMessageWaitTimeSeconds');
  const messages = await longPoll(call.world, queue, {
    max: requireWholeNumber('MaxNumberOfMessages', input.MaxNumberOfMessages ?? 1, 1, 10),
    visibilityTimeoutSeconds: timeout,
    waitSeconds: requireWholeNumber('WaitTimeSeconds', wait, 0, 20),
  });
  return messages.length ? { Messages: messages.map((message) => toMessage(message, input)) } : {};
};

function toMessage(message: ReceivedMessage, input: ReceiveMessageRequest): Message {
  const systemNames = new Set<string>([
    ...(input.MessageSystemAttributeNames ?? []),
    ...(input.AttributeNames ?? []),
  ]);
  const system = [...message.systemAttributes].filter(
    ([name]) => systemNames.has('All') || systemNames.has(name),
  );
  const names = input.MessageAttributeNames ?? [];
  const attributes = new Map([...message.attributes].filter(([name]) => isAskedFor(name, names)));
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: bodyDigest(message.body),
    ...(system.length && { Attributes: Object.fromEntries(system) }),
    ...(attributes.size && {
      MessageAttributes: Object.fromEntries(attributes),
      // Over what is returned, not over what was sent: clients can check no more than they see.
      MD5OfMessageAttributes: attributesDigest(attributes),
    }),
  };
}

/** `All`, a name, or the beginning of names as in `bar.*`. */
const isAskedFor = (name: string, asked: readonly string[]) =>
  asked.some(
    (one) => one === 'All' || one === name || (one.endsWith('.*') && name.startsWith(one.slice(0, -1))),
  );
