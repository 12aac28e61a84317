import type { World } from '../../endpoint/world.ts';
import { sendToDeadLetterQueue } from './dead-letter.ts';
import { countDelivery } from './events-metrics.ts';
import { attempting, deliverWithRetries, retryLimits } from './redelivery.ts';
import type { TargetDelivery } from './target-delivery.ts';
import { failureOf } from './target-failure.ts';
import { targetInput } from './target-input.ts';
import { type Forward, senderFor } from './targets/senders.ts';

export function deliverToTarget(world: World, delivery: TargetDelivery, forward: Forward) {
  const { rule, target, event } = delivery;
  const send = senderFor(target.Arn);
  const input = targetInput(delivery);
  deliverWithRetries(world.clock, retryLimits(target.RetryPolicy), {
    attempt: () => {
      const failure = attempting(() => send(world, { rule, target, input, event, forward }), failureOf);
      if (!failure) countDelivery(world, rule, 'Invocations');
      return failure;
    },
    giveUp: (givenUp) => {
      countDelivery(world, rule, 'FailedInvocations');
      sendToDeadLetterQueue(world, delivery, givenUp);
    },
  });
}
