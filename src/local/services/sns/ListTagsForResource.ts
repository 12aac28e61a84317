import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { topicFor } from './topic-for.ts';

export const ListTagsForResource: Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> = (
  { ResourceArn },
  call,
) => {
  const { tags } = topicFor(ResourceArn, 'ListTagsForResource', call);
  return { Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) };
};
