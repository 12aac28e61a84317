import type { ListTagsRequest, ListTagsResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findTaggedTrail } from './taggable-trail.ts';
import { tagsList } from './tags.ts';
import { trailsSeenBy } from './trail-store.ts';

const MAX_RESOURCES = 20;

export const ListTags: Operation<ListTagsRequest, ListTagsResponse> = (input, call) => {
  const arns = input.ResourceIdList ?? [];
  if (arns.length === 0 || arns.length > MAX_RESOURCES) {
    throw new ServiceError('CloudTrailARNInvalidException', `1 to ${MAX_RESOURCES} ARNs must be given.`);
  }
  const trails = trailsSeenBy(call);
  return {
    ResourceTagList: arns.map((arn) => ({
      ResourceId: arn,
      TagsList: tagsList(findTaggedTrail(arn, trails, call).tags),
    })),
  };
};
