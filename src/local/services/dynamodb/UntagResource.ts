import type { UntagResourceInput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { findTable } from './find-table.ts';

export const UntagResource: Operation<UntagResourceInput, void> = ({ ResourceArn, TagKeys = [] }, call) => {
  const { tags } = findTable(ResourceArn, call);
  for (const key of TagKeys) tags.delete(key);
};
