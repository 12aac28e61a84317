import type { World } from '../../endpoint/world.ts';
import { sendToQueue } from '../sqs/deliver.ts';
import { maySend } from '../sqs/permission.ts';
import type { BusEvent } from './bus-event.ts';
import { countDelivery } from './events-metrics.ts';
import type { GivenUp } from './redelivery.ts';
import type { Bus } from './store.ts';
import type { TargetDelivery } from './target-delivery.ts';

/**
 * Keeps an event that a target never took, when its dead-letter queue lets the rule in; else it is dropped.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export function sendToDeadLetterQueue(
  world: World,
  { rule, target, event }: TargetDelivery,
  givenUp: GivenUp,
) {
  const queueArn = target.DeadLetterConfig?.Arn;
  if (!queueArn) return;
  if (!maySend(world, queueArn, 'events.amazonaws.com', rule.arn)) {
    countDelivery(world, rule, 'InvocationsFailedToBeSentToDlq');
    return;
  }
  const { failure, retryAttempts, exhausted } = givenUp;
  const attributes = new Map([
    ['RULE_ARN', rule.arn],
    ['TARGET_ARN', target.Arn],
    ['ERROR_CODE', failure.code],
    ['ERROR_MESSAGE', failure.message],
    ['RETRY_ATTEMPTS', String(retryAttempts)],
  ]);
  if (exhausted) attributes.set('EXHAUSTED_RETRY_CONDITION', exhausted);
  sendToQueue(world, queueArn, JSON.stringify(event), attributes);
  countDelivery(world, rule, 'InvocationsSentToDlq');
  world.emit('deadLettered', {
    queueArn,
    reason: `${failure.code}: ${failure.message}`,
    at: world.clock.now(),
  });
}

/** Keeps an event that a bus's key could not encrypt, when the bus has a dead-letter queue that lets it in. */
export function sendUnencrypted(world: World, { arn, deadLetterArn }: Bus, event: BusEvent) {
  if (!deadLetterArn || !maySend(world, deadLetterArn, 'events.amazonaws.com', arn)) return;
  const reason = 'The KMS key of the event bus cannot be used.';
  const attributes = new Map([
    ['EVENT_BUS_ARN', arn],
    ['ERROR_CODE', 'KMS_ERROR'],
    ['ERROR_MESSAGE', reason],
  ]);
  sendToQueue(world, deadLetterArn, JSON.stringify(event), attributes);
  world.emit('deadLettered', { queueArn: deadLetterArn, reason, at: world.clock.now() });
}
