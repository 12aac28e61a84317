import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { tagsOfArn } from './tags.ts';

export const ListTagsForResource: Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> = (
  input,
  call,
) => ({ Tags: [...tagsOfArn(call, input.ResourceARN)].map(([Key, Value]) => ({ Key, Value })) });
