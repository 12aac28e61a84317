import type {
  SendMessageBatchRequest,
  SendMessageBatchRequestEntry,
  SendMessageBatchResult,
} from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { batchError, runBatch } from './batch.ts';
import { sizeOf } from './outgoing.ts';
import { queueOfUrl } from './queue-url.ts';
import { send } from './send.ts';

const largestBatchBytes = 1_048_576;

export const SendMessageBatch: Operation<SendMessageBatchRequest, SendMessageBatchResult> = (input, call) => {
  const queue = queueOfUrl(input.QueueUrl, 'SendMessage', call);
  refuseOversizedBatch(input.Entries ?? []);
  return runBatch(input.Entries, (entry, Id) => {
    const { MessageId, MD5OfMessageBody, MD5OfMessageAttributes } = send(queue, entry, call);
    return { Id, MessageId, MD5OfMessageBody, MD5OfMessageAttributes };
  });
};

function refuseOversizedBatch(entries: readonly SendMessageBatchRequestEntry[]) {
  const sizes = entries.map(({ MessageBody = '', MessageAttributes = {} }) =>
    sizeOf({ body: MessageBody, attributes: new Map(Object.entries(MessageAttributes)), senderId: '' }),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= largestBatchBytes) return;
  throw batchError(
    'BatchRequestTooLong',
    `Batch requests cannot be longer than ${largestBatchBytes} bytes. You have sent ${total} bytes.`,
  );
}
