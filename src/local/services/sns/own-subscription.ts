import type { Call } from '../../endpoint/operation.ts';
import { notAuthorized } from './sns-error.ts';
import type { Subscription } from './store.ts';
import { findSubscription } from './subscriptions.ts';

/** A subscription that the caller's account made or whose topic it owns. @throws ServiceError `AuthorizationError` */
export function ownSubscription(
  arn: string | undefined,
  action: string,
  { world, caller }: Call,
): Subscription {
  const { topic, subscription } = findSubscription(world, arn);
  if ([topic.accountId, subscription.owner].includes(caller.accountId)) return subscription;
  throw notAuthorized(caller.arn, action, subscription.arn);
}
