import type { ListSubscriptionsByTopicInput, ListSubscriptionsByTopicResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { listSubscriptions } from './subscription-list.ts';
import { subscriptionsIn } from './subscriptions.ts';
import { topicFor } from './topic-for.ts';

export const ListSubscriptionsByTopic: Operation<
  ListSubscriptionsByTopicInput,
  ListSubscriptionsByTopicResponse
> = ({ TopicArn, NextToken }, call) =>
  listSubscriptions(
    subscriptionsIn(topicFor(TopicArn, 'ListSubscriptionsByTopic', call), call.world),
    NextToken,
  );
