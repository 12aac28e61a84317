import type { UntagResourceInput, UntagResourceOutput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { findTagged } from './tags.ts';

export const UntagResource: Operation<UntagResourceInput, UntagResourceOutput> = (
  { ResourceARN, TagKeys = [] },
  call,
) => {
  const { tags } = findTagged(ResourceARN, call);
  for (const key of TagKeys) tags.delete(key);
  return {};
};
