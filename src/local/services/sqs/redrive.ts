import type { World } from '../../endpoint/world.ts';
import type { Message } from './message.ts';
import { add, remove } from './queue-messages.ts';
import type { RedrivePolicy } from './redrive-policy.ts';
import { findQueue, type Queue } from './store.ts';

/**
 * Moves a message that was received often enough to the dead-letter queue. While that queue does not exist it stays.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export function deadLetterIfExhausted(world: World, queue: Queue, message: Message): boolean {
  const policy = queue.attributes.get('RedrivePolicy');
  if (!policy) return false;
  const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(policy) as RedrivePolicy;
  if (message.receiveCount < Number(maxReceiveCount)) return false;
  const deadLetterQueue = findQueue(world, deadLetterTargetArn);
  if (!deadLetterQueue) return false;
  remove(queue, message);
  const { receiptHandle: _, cancelWake: __, ...kept } = message;
  // The time of sending stays: a message's age counts from its first queue.
  add(world, deadLetterQueue, { ...kept, deadLetterSource: queue.arn }, 0);
  world.emit('deadLettered', {
    queueArn: deadLetterQueue.arn,
    reason: `received ${message.receiveCount} times from ${queue.name}`,
    at: world.clock.now(),
  });
  return true;
}
