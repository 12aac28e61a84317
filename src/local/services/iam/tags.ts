import type { Tag } from '@aws-sdk/client-iam';

export const tagMap = (tags: readonly Tag[] | undefined): Map<string, string> =>
  new Map(tags?.map(({ Key = '', Value = '' }) => [Key, Value]));

export const tagList = (tags: ReadonlyMap<string, string>): Tag[] =>
  [...tags].map(([Key, Value]) => ({ Key, Value }));
