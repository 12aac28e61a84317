import type { TagQueueRequest } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { queueOfUrl } from './queue-url.ts';

export const TagQueue: Operation<TagQueueRequest, object> = (input, call) => {
  const queue = queueOfUrl(input.QueueUrl, 'TagQueue', call);
  for (const [key, value] of Object.entries(input.Tags ?? {})) queue.tags.set(key, value);
  return {};
};
