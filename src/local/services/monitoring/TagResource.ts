import type { TagResourceInput, TagResourceOutput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { addTags, findTagged } from './tags.ts';

export const TagResource: Operation<TagResourceInput, TagResourceOutput> = ({ ResourceARN, Tags }, call) => {
  addTags(findTagged(ResourceARN, call).tags, Tags);
  return {};
};
