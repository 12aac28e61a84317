import type { TagResourceRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findTags } from './find-tags.ts';
import { addTags } from './tags.ts';

export const TagResource: Operation<TagResourceRequest, void> = ({ Resource, Tags = {} }, call) => {
  addTags(findTags(Resource, call), Tags);
};
