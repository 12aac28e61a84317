import type { PurgeQueueRequest } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { removeAll } from './queue-messages.ts';
import { queueOfUrl } from './queue-url.ts';

/** A purge takes this long, and there is one at a time. */
const purgeTakesMs = 60_000;

export const PurgeQueue: Operation<PurgeQueueRequest, object> = (input, call) => {
  const queue = queueOfUrl(input.QueueUrl, 'PurgeQueue', call);
  const now = call.world.clock.now();
  if (now - queue.purgedAt < purgeTakesMs) throw purgeInProgress(queue.name);
  queue.purgedAt = now;
  removeAll(queue);
  return {};
};

const purgeInProgress = (name: string) =>
  new ServiceError(
    'AWS.SimpleQueueService.PurgeQueueInProgress',
    `Only one PurgeQueue operation on ${name} is allowed every 60 seconds.`,
    403,
  );
