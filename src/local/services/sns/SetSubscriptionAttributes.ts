import type { SetSubscriptionAttributesInput } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { ownSubscription } from './own-subscription.ts';
import { setSubscriptionAttribute } from './subscription-attributes.ts';

export const SetSubscriptionAttributes: Operation<SetSubscriptionAttributesInput, void> = (
  { SubscriptionArn, AttributeName = '', AttributeValue = '' },
  call,
) => {
  const subscription = ownSubscription(SubscriptionArn, 'SetSubscriptionAttributes', call);
  setSubscriptionAttribute(subscription, AttributeName, AttributeValue);
};
