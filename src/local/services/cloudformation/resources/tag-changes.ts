import { isDeepStrictEqual } from 'node:util';

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** What to tag and untag so that a resource that has `previous` has `next`. */
export function tagChanges(previous: readonly Tag[] = [], next: readonly Tag[] = []) {
  return {
    added: next.filter((tag) => !previous.some((other) => isDeepStrictEqual(other, tag))),
    removedKeys: previous.map(({ Key }) => Key).filter((key) => !next.some(({ Key }) => Key === key)),
  };
}

export const tagsAsMap = (tags: readonly Tag[] | undefined): Record<string, string> | undefined =>
  tags && Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));

export const tagsAsList = (tags: Readonly<Record<string, string>> | undefined): Tag[] | undefined =>
  tags && Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
