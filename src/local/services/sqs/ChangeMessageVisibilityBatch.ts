import type {
  ChangeMessageVisibilityBatchRequest,
  ChangeMessageVisibilityBatchResult,
} from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { runBatch } from './batch.ts';
import { queueOfUrl } from './queue-url.ts';
import { changeVisibility } from './receive.ts';

export const ChangeMessageVisibilityBatch: Operation<
  ChangeMessageVisibilityBatchRequest,
  ChangeMessageVisibilityBatchResult
> = (input, call) => {
  const queue = queueOfUrl(input.QueueUrl, 'ChangeMessageVisibility', call);
  return runBatch(input.Entries, (entry, Id) => {
    changeVisibility(call.world, queue.arn, entry.ReceiptHandle ?? '', entry.VisibilityTimeout ?? Number.NaN);
    return { Id };
  });
};
