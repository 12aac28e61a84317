import type { World } from '../../endpoint/world.ts';
import { refuseOversized } from './outgoing.ts';
import { enqueue } from './queue-messages.ts';
import { requireQueue } from './store.ts';

/** Whom messages name as their sender when an AWS service sent them. */
const serviceSenderId = 'AIDAEMBEDDEDSERVICES1';

/**
 * Sends a message as an AWS service does; whether the queue's policy lets that service is `maySend`'s question.
 * @param attributes message attributes of type String
 * @throws ServiceError `AWS.SimpleQueueService.NonExistentQueue`, `InvalidParameterValue` when it is too large
 */
export function sendToQueue(
  world: World,
  queueArn: string,
  body: string,
  attributes: ReadonlyMap<string, string> = new Map(),
): void {
  const queue = requireQueue(world, queueArn);
  const outgoing = {
    body,
    attributes: new Map(
      [...attributes].map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
    ),
    senderId: serviceSenderId,
  };
  refuseOversized(queue, outgoing);
  enqueue(world, queue, outgoing);
}
