import type { UntagResourceRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { findTagged } from './find-tagged.ts';

export const UntagResource: Operation<UntagResourceRequest, void> = ({ resourceArn, tagKeys = [] }, call) => {
  const { tags } = findTagged(resourceArn, call);
  for (const key of tagKeys) tags.delete(key);
};
