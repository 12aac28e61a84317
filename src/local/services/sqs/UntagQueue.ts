import type { UntagQueueRequest } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { queueOfUrl } from './queue-url.ts';

export const UntagQueue: Operation<UntagQueueRequest, object> = (input, call) => {
  const queue = queueOfUrl(input.QueueUrl, 'UntagQueue', call);
  for (const key of input.TagKeys ?? []) queue.tags.delete(key);
  return {};
};
