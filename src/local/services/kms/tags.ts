import type {
  ListResourceTagsRequest,
  ListResourceTagsResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findKey } from './find-key.ts';
import { refuseStates } from './key-state.ts';

export const TagResource: Operation<TagResourceRequest, void> = (input, call) => {
  const key = findKey(input.KeyId, call);
  refuseStates(key, 'PendingDeletion');
  for (const { TagKey = '', TagValue = '' } of input.Tags ?? []) key.tags.set(TagKey, TagValue);
};

export const UntagResource: Operation<UntagResourceRequest, void> = (input, call) => {
  const key = findKey(input.KeyId, call);
  refuseStates(key, 'PendingDeletion');
  for (const tagKey of input.TagKeys ?? []) key.tags.delete(tagKey);
};

export const ListResourceTags: Operation<ListResourceTagsRequest, ListResourceTagsResponse> = (
  input,
  call,
) => ({
  Tags: [...findKey(input.KeyId, call).tags].map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
  Truncated: false,
});
