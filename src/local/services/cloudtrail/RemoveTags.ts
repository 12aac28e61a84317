import type { RemoveTagsRequest, RemoveTagsResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { findTaggedTrail } from './taggable-trail.ts';
import { withoutTags } from './tags.ts';
import { trailsIn, writeTrail } from './trail-store.ts';

/** Takes tags away by their keys, whatever values are given with them. */
export const RemoveTags: Operation<RemoveTagsRequest, RemoveTagsResponse> = (input, call) => {
  const trail = findTaggedTrail(input.ResourceId, trailsIn(call.world, call.accountId), call);
  writeTrail(call, { ...trail, tags: withoutTags(trail.tags, input.TagsList ?? []) });
  return {};
};
