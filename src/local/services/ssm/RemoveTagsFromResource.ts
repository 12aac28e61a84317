import type { RemoveTagsFromResourceRequest, RemoveTagsFromResourceResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../../endpoint/operation.ts';
import { findTagged } from './find-tagged.ts';

export const RemoveTagsFromResource: Operation<
  RemoveTagsFromResourceRequest,
  RemoveTagsFromResourceResult
> = (input, call) => {
  const { tags } = findTagged(input, call);
  for (const key of input.TagKeys ?? []) tags.delete(key);
  return {};
};
