import type { AddTagsRequest, AddTagsResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { findTaggedTrail } from './taggable-trail.ts';
import { withTags } from './tags.ts';
import { trailsIn, writeTrail } from './trail-store.ts';

export const AddTags: Operation<AddTagsRequest, AddTagsResponse> = (input, call) => {
  const trail = findTaggedTrail(input.ResourceId, trailsIn(call.world, call.accountId), call);
  writeTrail(call, { ...trail, tags: withTags(trail.tags, input.TagsList ?? []) });
  return {};
};
