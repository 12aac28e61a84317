import type { DeleteMessageBatchRequest, DeleteMessageBatchResult } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { runBatch } from './batch.ts';
import { queueOfUrl } from './queue-url.ts';
import { deleteFromQueue } from './receive.ts';

export const DeleteMessageBatch: Operation<DeleteMessageBatchRequest, DeleteMessageBatchResult> = (
  input,
  call,
) => {
  const queue = queueOfUrl(input.QueueUrl, 'DeleteMessage', call);
  return runBatch(input.Entries, (entry, Id) => {
    deleteFromQueue(call.world, queue.arn, entry.ReceiptHandle ?? '');
    return { Id };
  });
};
