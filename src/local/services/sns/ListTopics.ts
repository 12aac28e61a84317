import type { ListTopicsInput, ListTopicsResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { topicsOf } from './store.ts';

export const ListTopics: Operation<ListTopicsInput, ListTopicsResponse> = ({ NextToken: token }, call) => {
  const topics = [...topicsOf(call.world, call.accountId, call.region).values()];
  const { items, nextToken } = page(topics, { limit: 100, token, badTokenCode: 'InvalidParameter' });
  return { Topics: items.map(({ arn }) => ({ TopicArn: arn })), NextToken: nextToken };
};
