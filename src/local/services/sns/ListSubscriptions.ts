import type { ListSubscriptionsInput, ListSubscriptionsResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { topicsOf } from './store.ts';
import { listSubscriptions } from './subscription-list.ts';
import { subscriptionsIn } from './subscriptions.ts';

export const ListSubscriptions: Operation<ListSubscriptionsInput, ListSubscriptionsResponse> = (
  { NextToken },
  { world, accountId, region },
) => {
  const topics = [...topicsOf(world, accountId, region).values()];
  return listSubscriptions(
    topics.flatMap((topic) => subscriptionsIn(topic, world)),
    NextToken,
  );
};
