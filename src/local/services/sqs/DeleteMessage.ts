import type { DeleteMessageRequest } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { queueOfUrl } from './queue-url.ts';
import { deleteFromQueue } from './receive.ts';

export const DeleteMessage: Operation<DeleteMessageRequest, object> = (input, call) => {
  const queue = queueOfUrl(input.QueueUrl, 'DeleteMessage', call);
  deleteFromQueue(call.world, queue.arn, input.ReceiptHandle ?? '');
  return {};
};
