import type { World } from '../../../endpoint/world.ts';
import {
  changeVisibility,
  deleteFromQueue,
  type ReceivedMessage,
  receiveFromQueue,
} from '../../sqs/receive.ts';
import type { EventSourceMapping } from './mapping.ts';

/** SQS hands out no more at once. */
const MAX_RECEIVED = 10;

/** What fits into an event, with room for what the event says about each message. */
const MAX_BATCH_BYTES = 5 * 1024 * 1024;

/** Receives the next batch: up to the batch size, or what fits. Messages that the filter stops are deleted. */
export function receiveBatch(world: World, { queueArn, settings }: EventSourceMapping): ReceivedMessage[] {
  const batch: ReceivedMessage[] = [];
  let bytes = 0;
  while (batch.length < settings.batchSize && bytes < MAX_BATCH_BYTES) {
    const received = receiveFromQueue(
      world,
      queueArn,
      Math.min(MAX_RECEIVED, settings.batchSize - batch.length),
    );
    if (received.length === 0) break;
    for (const message of received) {
      bytes += Buffer.byteLength(message.body);
      if (!settings.filter(message.body)) deleteFromQueue(world, queueArn, message.receiptHandle);
      else if (bytes <= MAX_BATCH_BYTES || batch.length === 0) batch.push(message);
      else changeVisibility(world, queueArn, message.receiptHandle, 0);
    }
  }
  return batch;
}
