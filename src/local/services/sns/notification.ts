import type { World } from '../../endpoint/world.ts';
import { unsubscribeLink } from './links.ts';
import { type Message, textFor } from './message.ts';
import type { Subscription } from './store.ts';

/** A published message on its way to the subscribers. */
export interface Notification extends Message {
  readonly messageId: string;
  readonly at: number;
}

/**
 * What machines are told. It is not signed as AWS's are: nobody here has AWS's certificate.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html
 */
export function notificationDocument(world: World, subscription: Subscription, notification: Notification) {
  const { MessageAttributes = {}, Subject, messageId, at } = notification;
  const attributes = Object.entries(MessageAttributes).map(
    ([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { Type: DataType, Value: StringValue ?? Buffer.from(BinaryValue ?? []).toString('base64') },
    ],
  );
  return {
    Type: 'Notification',
    MessageId: messageId,
    TopicArn: subscription.topicArn,
    ...(Subject !== undefined && { Subject }),
    Message: textFor(subscription.protocol, notification),
    Timestamp: new Date(at).toISOString(),
    UnsubscribeURL: unsubscribeLink(world, subscription),
    ...(attributes.length > 0 && { MessageAttributes: Object.fromEntries(attributes) }),
  };
}
