import type { ListResourceTagsRequest, ListResourceTagsResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findKey } from './find-key.ts';

export const ListResourceTags: Operation<ListResourceTagsRequest, ListResourceTagsResponse> = (
  input,
  call,
) => ({
  Tags: [...findKey(input.KeyId, call).tags].map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
  Truncated: false,
});
