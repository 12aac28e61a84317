import type { TagResourceInput, TagResourceOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../endpoint/operation.ts';
import { tagsOfGroup } from './tags.ts';

export const TagResource: Operation<TagResourceInput, TagResourceOutput> = (input, call) => {
  const tags = tagsOfGroup(call, input.ResourceArn);
  for (const { Key = '', Value = '' } of input.Tags ?? []) tags.set(Key, Value);
  return {};
};
