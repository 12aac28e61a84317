import type { World } from '../../../endpoint/world.ts';
import { sendToQueue } from '../../sqs/deliver.ts';
import { maySend } from '../../sqs/permission.ts';
import { textFor } from '../message.ts';
import { type Notification, notificationDocument } from '../notification.ts';
import type { Subscription } from '../store.ts';
import type { Delivered } from './deliver.ts';

/** Undefined when the queue does not let the topic in. */
export function sendNotification(
  world: World,
  subscription: Subscription,
  notification: Notification,
): Delivered | undefined {
  const { endpoint, topicArn, attributes } = subscription;
  if (!maySend(world, endpoint, 'sns.amazonaws.com', topicArn)) return undefined;
  const isRaw = attributes.get('RawMessageDelivery') === 'true';
  const body = isRaw
    ? textFor('sqs', notification)
    : JSON.stringify(notificationDocument(world, subscription, notification));
  sendToQueue(world, endpoint, body, isRaw ? textAttributes(notification) : undefined);
  return { body };
}

const textAttributes = ({ MessageAttributes = {} }: Notification) =>
  new Map(
    Object.entries(MessageAttributes).flatMap(([name, { StringValue }]) =>
      StringValue === undefined ? [] : [[name, StringValue]],
    ),
  );
