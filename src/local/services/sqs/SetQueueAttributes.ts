import type { SetQueueAttributesRequest } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { changedAttributes } from './queue-attributes.ts';
import { queueOfUrl } from './queue-url.ts';

export const SetQueueAttributes: Operation<SetQueueAttributesRequest, object> = (input, call) => {
  const queue = queueOfUrl(input.QueueUrl, 'SetQueueAttributes', call);
  queue.attributes = changedAttributes(call.world, call.region, queue.attributes, input.Attributes ?? {});
  queue.modifiedAt = call.world.clock.now();
  return {};
};
