import { randomUUID } from 'node:crypto';
import type { PublishInput, PublishResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import type { World } from '../../endpoint/world.ts';
import { deliver } from './delivery/deliver.ts';
import { checkEncryption } from './encryption.ts';
import { passesFilter } from './filter.ts';
import { checkMessage, type Message } from './message.ts';
import { notFound } from './sns-error.ts';
import { subscriptionsIn } from './subscriptions.ts';
import { maximumMessageBytes } from './topic-attributes.ts';
import { topicFor } from './topic-for.ts';
import { findTopic } from './topics.ts';

/**
 * Publishes as an AWS service does; whether the topic lets that service is `mayPublish`'s question.
 * @throws ServiceError `NotFound`, `InvalidParameter`
 */
export function publish(world: World, topicArn: string, message: Message): { MessageId: string } {
  const topic = findTopic(world, topicArn);
  if (!topic) throw notFound('Topic');
  checkMessage(message, maximumMessageBytes(topic));
  const notification = { ...message, messageId: randomUUID(), at: world.clock.now() };
  for (const subscription of subscriptionsIn(topic, world)) {
    if (subscription.isConfirmed && passesFilter(subscription, message)) {
      deliver(world, subscription, notification);
    }
  }
  return { MessageId: notification.messageId };
}

export const Publish: Operation<PublishInput, PublishResponse> = (input, call) => {
  refuseUnsupported(input, 'PhoneNumber', 'MessageDeduplicationId', 'MessageGroupId');
  const topic = topicFor(input.TopicArn ?? input.TargetArn, 'Publish', call);
  checkEncryption(call.world, topic, call.caller);
  return publish(call.world, topic.arn, { ...input, Message: input.Message ?? '' });
};
