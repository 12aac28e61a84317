import type { AddTagsToResourceRequest, AddTagsToResourceResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../../endpoint/operation.ts';
import { findTagged } from './find-tagged.ts';
import { addTags } from './tags.ts';

export const AddTagsToResource: Operation<AddTagsToResourceRequest, AddTagsToResourceResult> = (
  input,
  call,
) => {
  addTags(findTagged(input, call).tags, input.Tags ?? []);
  return {};
};
