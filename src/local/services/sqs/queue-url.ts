import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { letsUse } from './permission.ts';
import { nonExistentQueue } from './sqs-error.ts';
import { type Queue, queuesOf } from './store.ts';

export const queueUrl = (world: World, queue: Queue) =>
  `${world.endpointUrl}/${queue.accountId}/${queue.name}`;

/** What no policy opens to other accounts. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-overview-of-managing-access.html */
const ownActions = new Set([
  'AddPermission',
  'DeleteQueue',
  'ListQueueTags',
  'RemovePermission',
  'SetQueueAttributes',
  'TagQueue',
  'UntagQueue',
]);

/**
 * The queue that a URL names and whose policy lets the caller do `action` with it. Only the URL's path counts: clients may
 * still hold one with another host or port.
 * @throws ServiceError `AWS.SimpleQueueService.NonExistentQueue`, `AccessDenied`
 */
export function queueOfUrl(url: string | undefined, action: string, call: Call): Queue {
  const [accountId, name, ...rest] = (url ?? '')
    .replace(/^https?:\/\/[^/]+/, '')
    .split('/')
    .slice(1);
  if (!accountId || !name || rest.length) throw invalidAddress(url ?? '');
  const isForeign = accountId !== call.caller.accountId;
  const queue = queuesOf(call.world, accountId, call.region).byName.get(name);
  if (isForeign && (!queue || ownActions.has(action))) throw accessDenied(url);
  if (!queue) throw nonExistentQueue();
  if (!letsUse(queue, action, call.caller)) throw accessDenied(url);
  return queue;
}

const invalidAddress = (url: string) =>
  new ServiceError('InvalidAddress', `The address ${url} is not valid for this endpoint.`, 404);

const accessDenied = (url: string | undefined) =>
  new ServiceError('AccessDenied', `Access to the resource ${url} is denied.`, 403);
