import type { GetSubscriptionAttributesInput, GetSubscriptionAttributesResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { ownSubscription } from './own-subscription.ts';

export const GetSubscriptionAttributes: Operation<
  GetSubscriptionAttributesInput,
  GetSubscriptionAttributesResponse
> = ({ SubscriptionArn }, call) => {
  const subscription = ownSubscription(SubscriptionArn, 'GetSubscriptionAttributes', call);
  return {
    Attributes: {
      RawMessageDelivery: 'false',
      ...Object.fromEntries(subscription.attributes),
      SubscriptionArn: subscription.arn,
      TopicArn: subscription.topicArn,
      Protocol: subscription.protocol,
      Endpoint: subscription.endpoint,
      Owner: subscription.owner,
      SubscriptionPrincipal: call.caller.arn,
      PendingConfirmation: String(!subscription.isConfirmed),
      ConfirmationWasAuthenticated: String(subscription.isProtected),
    },
  };
};
