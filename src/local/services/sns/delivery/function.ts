import type { World } from '../../../endpoint/world.ts';
import { invokeAsync } from '../../lambda/invoke.ts';
import { mayInvoke } from '../../lambda/permission.ts';
import { type Notification, notificationDocument } from '../notification.ts';
import type { Subscription } from '../store.ts';
import type { Delivered } from './deliver.ts';

/** Undefined when the function does not let the topic in. */
export function invokeWithNotification(
  world: World,
  subscription: Subscription,
  notification: Notification,
): Delivered | undefined {
  const { endpoint, topicArn, arn } = subscription;
  if (!mayInvoke(world, endpoint, 'sns.amazonaws.com', topicArn)) return undefined;
  const {
    Subject = null,
    MessageAttributes = {},
    ...document
  } = notificationDocument(world, subscription, notification);
  const record = {
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    EventSubscriptionArn: arn,
    Sns: { ...document, Subject, MessageAttributes },
  };
  invokeAsync(world, endpoint, JSON.stringify({ Records: [record] }));
  return { body: document.Message };
}
