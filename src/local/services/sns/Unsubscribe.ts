import type { UnsubscribeInput } from '@aws-sdk/client-sns';
import type { Caller } from '../../endpoint/caller.ts';
import type { Operation } from '../../endpoint/operation.ts';
import { invalidParameter, notAuthorized } from './sns-error.ts';
import type { Subscription, Topic } from './store.ts';
import { findSubscription } from './subscriptions.ts';

export const Unsubscribe: Operation<UnsubscribeInput, void> = ({ SubscriptionArn }, { world, caller }) => {
  const { topic, subscription } = findSubscription(world, SubscriptionArn);
  if (!subscription.isConfirmed) {
    throw invalidParameter(
      'SubscriptionArn Reason: Cannot unsubscribe a subscription that is pending confirmation',
    );
  }
  if (!mayEnd(caller, topic, subscription)) throw notAuthorized(caller.arn, 'Unsubscribe', subscription.arn);
  topic.subscriptions.delete(subscription.arn);
  topic.deletedSubscriptions += 1;
};

/** Whoever has the link from a mail, unless the subscription was confirmed with AuthenticateOnUnsubscribe. */
const mayEnd = (caller: Caller, topic: Topic, { isProtected, owner }: Subscription) =>
  caller.type === 'Anonymous' ? !isProtected : [topic.accountId, owner].includes(caller.accountId);
