import type { ListTagsForResourceInput, ListTagsForResourceOutput } from '@aws-sdk/client-scheduler';
import type { Operation } from '../../endpoint/operation.ts';
import { tagsOfGroup } from './tags.ts';

export const ListTagsForResource: Operation<ListTagsForResourceInput, ListTagsForResourceOutput> = (
  input,
  call,
) => ({
  Tags: [...tagsOfGroup(call, input.ResourceArn)].map(([Key, Value]) => ({ Key, Value })),
});
