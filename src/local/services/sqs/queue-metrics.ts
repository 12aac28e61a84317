import type { World } from '../../endpoint/world.ts';
import { recordMetric } from '../monitoring/metrics.ts';
import { depths } from './queue-attributes.ts';
import { dropExpired } from './queue-messages.ts';
import type { Queue } from './store.ts';

const everyMs = 60_000;

const metricNames = new Map([
  ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesVisible'],
  ['ApproximateNumberOfMessagesNotVisible', 'ApproximateNumberOfMessagesNotVisible'],
  ['ApproximateNumberOfMessagesDelayed', 'ApproximateNumberOfMessagesDelayed'],
]);

/**
 * Tells CloudWatch each minute how full a queue is. Returns what ends it.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 */
export function reportDepths(world: World, queue: Queue): () => void {
  let cancel = () => {};
  const report = () => {
    reportOnce(world, queue);
    cancel = world.clock.after(everyMs, report);
  };
  cancel = world.clock.after(everyMs, report);
  return () => cancel();
}

function reportOnce(world: World, queue: Queue) {
  dropExpired(world, queue);
  const now = world.clock.now();
  for (const [name, count] of depths(queue, now)) record(world, queue, metricNames.get(name) ?? name, count);
  const oldest = Math.min(now, ...[...queue.messages].map((message) => message.sentAt));
  record(world, queue, 'ApproximateAgeOfOldestMessage', Math.floor((now - oldest) / 1000));
}

function record(world: World, { accountId, region, name: queueName }: Queue, name: string, value: number) {
  const dimensions = new Map([['QueueName', queueName]]);
  recordMetric(world, accountId, region, { namespace: 'AWS/SQS', name, dimensions, value });
}
