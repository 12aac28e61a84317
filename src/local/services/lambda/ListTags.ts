import type { ListTagsRequest, ListTagsResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findTags } from './find-tags.ts';

export const ListTags: Operation<ListTagsRequest, ListTagsResponse> = ({ Resource }, call) => ({
  Tags: Object.fromEntries(findTags(Resource, call)),
});
