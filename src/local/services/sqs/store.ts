import type { Store, World } from '../../endpoint/world.ts';
import type { Message } from './message.ts';
import { nonExistentQueue } from './sqs-error.ts';

export interface Queue {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  readonly createdAt: number;
  modifiedAt: number;
  purgedAt: number;
  /** What was set; what was not has the default that `queue-attributes.ts` names. */
  attributes: Map<string, string>;
  readonly tags: Map<string, string>;
  /** In the order they were sent. */
  readonly messages: Set<Message>;
  /** Told whenever a message becomes visible. */
  readonly listeners: Set<() => void>;
  /** Ends what runs beside the calls. */
  stop: () => void;
}

interface Queues {
  readonly byName: Map<string, Queue>;
  readonly deletedAt: Map<string, number>;
}

const queues: Store<Queues> = { name: 'sqs', create: () => ({ byName: new Map(), deletedAt: new Map() }) };

export const queuesOf = (world: World, accountId: string, region: string): Queues =>
  world.store(queues, accountId, region);

export function findQueue(world: World, queueArn: string): Queue | undefined {
  const [, , service, region = '', accountId = '', name = ''] = queueArn.split(':');
  const queue = service === 'sqs' ? queuesOf(world, accountId, region).byName.get(name) : undefined;
  return queue?.arn === queueArn ? queue : undefined;
}

/** @throws ServiceError `AWS.SimpleQueueService.NonExistentQueue` */
export function requireQueue(world: World, queueArn: string): Queue {
  const queue = findQueue(world, queueArn);
  if (!queue) throw nonExistentQueue();
  return queue;
}
