import type { TagResourceRequest } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { tagsOfArn } from './tags.ts';

export const TagResource: Operation<TagResourceRequest, object> = (input, call) => {
  const tags = tagsOfArn(call, input.ResourceARN);
  for (const { Key = '', Value = '' } of input.Tags ?? []) tags.set(Key, Value);
  return {};
};
