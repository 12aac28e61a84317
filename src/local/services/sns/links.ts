import type { World } from '../../endpoint/world.ts';
import type { Subscription } from './store.ts';

/** Confirms a subscription when somebody visits it; no signature is needed. */
export const confirmationLink = (world: World, { topicArn, token }: Subscription): string =>
  link(world, { Action: 'ConfirmSubscription', TopicArn: topicArn, Token: token });

export const unsubscribeLink = (world: World, { arn }: Subscription): string =>
  link(world, { Action: 'Unsubscribe', SubscriptionArn: arn });

const link = (world: World, query: Record<string, string>) =>
  `${world.endpointUrl}/?${new URLSearchParams(query)}`;
