import type { ListTagsForResourceRequest, ListTagsForResourceResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../../endpoint/operation.ts';
import { findTagged } from './find-tagged.ts';

export const ListTagsForResource: Operation<ListTagsForResourceRequest, ListTagsForResourceResult> = (
  input,
  call,
) => ({ TagList: [...findTagged(input, call).tags].map(([Key, Value]) => ({ Key, Value })) });
