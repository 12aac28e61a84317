import type { UntagResourceInput, UntagResourceOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../endpoint/operation.ts';
import { tagsOfGroup } from './tags.ts';

export const UntagResource: Operation<UntagResourceInput, UntagResourceOutput> = (input, call) => {
  const tags = tagsOfGroup(call, input.ResourceArn);
  for (const key of input.TagKeys ?? []) tags.delete(key);
  return {};
};
