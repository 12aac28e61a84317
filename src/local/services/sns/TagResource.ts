import type { TagResourceRequest, TagResourceResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { addTags } from './tags.ts';
import { topicFor } from './topic-for.ts';

export const TagResource: Operation<TagResourceRequest, TagResourceResponse> = (
  { ResourceArn, Tags = [] },
  call,
) => {
  addTags(topicFor(ResourceArn, 'TagResource', call).tags, Tags);
  return {};
};
