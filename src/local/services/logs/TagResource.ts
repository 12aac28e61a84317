import type { TagResourceRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { findTagged } from './find-tagged.ts';
import { addTags } from './tags.ts';

export const TagResource: Operation<TagResourceRequest, void> = ({ resourceArn, tags = {} }, call) => {
  addTags(findTagged(resourceArn, call).tags, tags);
};
