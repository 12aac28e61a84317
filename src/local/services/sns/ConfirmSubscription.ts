import type { ConfirmSubscriptionInput, ConfirmSubscriptionResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { invalidParameter, notFound } from './sns-error.ts';
import { subscriptionsIn } from './subscriptions.ts';
import { findTopic } from './topics.ts';

/** Takes calls without a signature too: the token is what proves that somebody read the mail. */
export const ConfirmSubscription: Operation<ConfirmSubscriptionInput, ConfirmSubscriptionResponse> = (
  { TopicArn = '', Token, AuthenticateOnUnsubscribe },
  { world, caller },
) => {
  const topic = findTopic(world, TopicArn);
  if (!topic) throw notFound('Topic');
  const subscription = subscriptionsIn(topic, world).find(({ token }) => token === Token);
  if (!subscription) throw invalidParameter('Token');
  const isSigned = caller.type !== 'Anonymous';
  if (!subscription.isConfirmed && isSigned && AuthenticateOnUnsubscribe === 'true') {
    subscription.isProtected = true;
  }
  subscription.isConfirmed = true;
  return { SubscriptionArn: subscription.arn };
};
