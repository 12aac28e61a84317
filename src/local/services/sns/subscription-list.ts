import type { Subscription as SubscriptionView } from '@aws-sdk/client-sns';
import { page } from '../../endpoint/page.ts';
import type { Subscription } from './store.ts';

/** One page of subscriptions as both lists show them: a pending one has no ARN to be had yet. */
export function listSubscriptions(subscriptions: readonly Subscription[], token: string | undefined) {
  const { items, nextToken } = page(subscriptions, { limit: 100, token, badTokenCode: 'InvalidParameter' });
  return { Subscriptions: items.map(view), NextToken: nextToken };
}

const view = ({ arn, isConfirmed, owner, protocol, endpoint, topicArn }: Subscription): SubscriptionView => ({
  SubscriptionArn: isConfirmed ? arn : 'PendingConfirmation',
  Owner: owner,
  Protocol: protocol,
  Endpoint: endpoint,
  TopicArn: topicArn,
});
