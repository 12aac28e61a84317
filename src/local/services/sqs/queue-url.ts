import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { nonExistentQueue } from './sqs-error.ts';
import { type Queue, queuesOf } from './store.ts';

export const queueUrl = (world: World, queue: Queue) =>
  `${world.endpointUrl}/${queue.accountId}/${queue.name}`;

/**
 * The queue that a URL names. Only its path counts: clients may still hold a URL with another host or port.
 * @throws ServiceError `AWS.SimpleQueueService.NonExistentQueue`; `AccessDenied` for another account's queue, because the
 * queue's own policy is not evaluated for API calls here
 */
export function queueOfUrl(url: string | undefined, call: Call): Queue {
  const [accountId, name, ...rest] = (url ?? '')
    .replace(/^https?:\/\/[^/]+/, '')
    .split('/')
    .slice(1);
  if (!accountId || !name || rest.length) throw invalidAddress(url ?? '');
  if (accountId !== call.accountId) throw accessDenied(call.accountId);
  const queue = queuesOf(call.world, accountId, call.region).byName.get(name);
  if (!queue) throw nonExistentQueue();
  return queue;
}

const invalidAddress = (url: string) =>
  new ServiceError('InvalidAddress', `The address ${url} is not valid for this endpoint.`, 404);

const accessDenied = (accountId: string) =>
  new ServiceError(
    'AccessDenied',
    `Account ${accountId} may not use this queue: the embedded AWS serves queues to their own account only.`,
    403,
  );
