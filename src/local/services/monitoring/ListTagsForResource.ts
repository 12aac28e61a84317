import type { ListTagsForResourceInput, ListTagsForResourceOutput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { findTagged } from './tags.ts';

export const ListTagsForResource: Operation<ListTagsForResourceInput, ListTagsForResourceOutput> = (
  { ResourceARN },
  call,
) => ({ Tags: [...findTagged(ResourceARN, call).tags].map(([Key, Value]) => ({ Key, Value })) });
