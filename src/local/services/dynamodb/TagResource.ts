import type { TagResourceInput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { findTable } from './find-table.ts';
import { addTags } from './tags.ts';

export const TagResource: Operation<TagResourceInput, void> = ({ ResourceArn, Tags = [] }, call) => {
  addTags(findTable(ResourceArn, call).tags, Tags);
};
