import type { World } from '../../../endpoint/world.ts';
import { putInInbox } from '../inbox.ts';
import { confirmationLink, unsubscribeLink } from '../links.ts';
import { textFor } from '../message.ts';
import { type Notification, notificationDocument } from '../notification.ts';
import type { Subscription } from '../store.ts';
import { findTopic } from '../topics.ts';
import type { Delivered } from './deliver.ts';

const ADDRESS = 'no-reply@sns.amazonaws.com';

export function mailConfirmation(world: World, subscription: Subscription): void {
  const body = [
    'You have chosen to subscribe to the topic: ',
    subscription.topicArn,
    '',
    'To confirm this subscription, click or visit the link below (If this was in error no action is necessary): ',
    confirmationLink(world, subscription),
    '',
    '--',
    'Please do not reply directly to this email.',
  ].join('\n');
  putInInbox(world, {
    // Whatever the topic's display name, confirmations come from "AWS Notifications".
    from: `AWS Notifications <${ADDRESS}>`,
    to: subscription.endpoint,
    subject: 'AWS Notification - Subscription Confirmation',
    body,
    topicArn: subscription.topicArn,
    kind: 'confirmation',
  });
}

export function mailNotification(
  world: World,
  subscription: Subscription,
  notification: Notification,
): Delivered {
  const body =
    subscription.protocol === 'email-json'
      ? JSON.stringify(notificationDocument(world, subscription, notification))
      : `${textFor('email', notification)}\n\n${footer(world, subscription)}`;
  const subject = notification.Subject ?? 'AWS Notification Message';
  const sender =
    findTopic(world, subscription.topicArn)?.attributes.get('DisplayName') ?? 'AWS Notifications';
  putInInbox(world, {
    from: `${sender} <${ADDRESS}>`,
    to: subscription.endpoint,
    subject,
    body,
    topicArn: subscription.topicArn,
    kind: 'notification',
  });
  return { subject, body };
}

const footer = (world: World, subscription: Subscription) =>
  [
    '--',
    'If you wish to stop receiving notifications from this topic, please click or visit the link below to unsubscribe:',
    unsubscribeLink(world, subscription),
    '',
    'Please do not reply directly to this email. If you have any questions or comments regarding this email, please contact us at https://aws.amazon.com/support',
  ].join('\n');
