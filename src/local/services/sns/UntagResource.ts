import type { UntagResourceRequest, UntagResourceResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { topicFor } from './topic-for.ts';

export const UntagResource: Operation<UntagResourceRequest, UntagResourceResponse> = (
  { ResourceArn, TagKeys = [] },
  call,
) => {
  const { tags } = topicFor(ResourceArn, 'UntagResource', call);
  for (const key of TagKeys) tags.delete(key);
  return {};
};
