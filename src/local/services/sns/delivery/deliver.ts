import type { World } from '../../../endpoint/world.ts';
import { sendToQueue } from '../../sqs/deliver.ts';
import { maySend } from '../../sqs/permission.ts';
import { type Notification, notificationDocument } from '../notification.ts';
import type { Subscription } from '../store.ts';
import { deadLetterQueueOf } from '../subscription-attributes.ts';
import { mailNotification } from './email.ts';
import { invokeWithNotification } from './function.ts';
import { sendNotification } from './queue.ts';

/** What a subscriber was handed. */
export interface Delivered {
  readonly subject?: string;
  readonly body: string;
}

type Delivery = (
  world: World,
  subscription: Subscription,
  notification: Notification,
) => Delivered | undefined;

const deliveries = new Map<string, Delivery>([
  ['email', mailNotification],
  ['email-json', mailNotification],
  ['sqs', sendNotification],
  ['lambda', invokeWithNotification],
]);

export const isServedProtocol = (protocol: string): boolean => deliveries.has(protocol);

/** Hands a message to one subscriber, or to the dead-letter queue when he does not let the topic in. */
export function deliver(world: World, subscription: Subscription, notification: Notification): void {
  const { protocol, endpoint, topicArn } = subscription;
  const delivered = deliveries.get(protocol)?.(world, subscription, notification);
  if (delivered) {
    world.emit('delivered', { topicArn, protocol, endpoint, ...delivered, at: world.clock.now() });
  } else giveUp(world, subscription, notification);
}

function giveUp(world: World, subscription: Subscription, notification: Notification): void {
  const queueArn = deadLetterQueueOf(subscription.attributes.get('RedrivePolicy'));
  if (!queueArn || !maySend(world, queueArn, 'sns.amazonaws.com', subscription.topicArn)) return;
  sendToQueue(world, queueArn, JSON.stringify(notificationDocument(world, subscription, notification)));
  const reason = `${subscription.endpoint} does not let ${subscription.topicArn} in.`;
  world.emit('deadLettered', { queueArn, reason, at: world.clock.now() });
}
