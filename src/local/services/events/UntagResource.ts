import type { UntagResourceRequest } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { tagsOfArn } from './tags.ts';

export const UntagResource: Operation<UntagResourceRequest, object> = (input, call) => {
  const tags = tagsOfArn(call, input.ResourceARN);
  for (const key of input.TagKeys ?? []) tags.delete(key);
  return {};
};
