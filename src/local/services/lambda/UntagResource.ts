import type { UntagResourceRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { findTags } from './find-tags.ts';

export const UntagResource: Operation<UntagResourceRequest, void> = ({ Resource, TagKeys = [] }, call) => {
  const tags = findTags(Resource, call);
  for (const key of TagKeys) tags.delete(key);
};
