import type { DeleteQueueRequest } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { removeAll } from './queue-messages.ts';
import { queueOfUrl } from './queue-url.ts';
import { queuesOf } from './store.ts';

export const DeleteQueue: Operation<DeleteQueueRequest, object> = (input, call) => {
  const queue = queueOfUrl(input.QueueUrl, 'DeleteQueue', call);
  const queues = queuesOf(call.world, call.accountId, call.region);
  queue.stop();
  removeAll(queue);
  queues.byName.delete(queue.name);
  queues.deletedAt.set(queue.name, call.world.clock.now());
  return {};
};
