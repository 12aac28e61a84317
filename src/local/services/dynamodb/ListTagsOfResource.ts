import type { ListTagsOfResourceInput, ListTagsOfResourceOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { findTable } from './find-table.ts';

export const ListTagsOfResource: Operation<ListTagsOfResourceInput, ListTagsOfResourceOutput> = (
  { ResourceArn },
  call,
) => ({ Tags: [...findTable(ResourceArn, call).tags].map(([Key, Value]) => ({ Key, Value })) });
