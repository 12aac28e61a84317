import type { Tag } from '@aws-sdk/client-cloudtrail';
import { ServiceError } from '../../endpoint/service-error.ts';

const MAX_TAGS = 50;
const LETTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * Adds tags; a known key gets the new value.
 * @throws ServiceError `InvalidTagParameterException`, `TagsLimitExceededException`
 */
export function withTags(
  tags: ReadonlyMap<string, string>,
  added: readonly Tag[],
): ReadonlyMap<string, string> {
  const keys = added.map(({ Key = '' }) => Key);
  if (new Set(keys).size < keys.length) throw invalidTag('Tag keys must be unique.');
  for (const tag of added) checkTag(tag);
  const all = new Map([...tags, ...added.map(({ Key = '', Value = '' }) => [Key, Value] as const)]);
  if (all.size <= MAX_TAGS) return all;
  throw new ServiceError('TagsLimitExceededException', `A trail can have at most ${MAX_TAGS} tags.`);
}

export const withoutTags = (
  tags: ReadonlyMap<string, string>,
  removed: readonly Tag[],
): ReadonlyMap<string, string> => {
  const keys = new Set(removed.map(({ Key }) => Key));
  return new Map([...tags].filter(([key]) => !keys.has(key)));
};

export const tagsList = (tags: ReadonlyMap<string, string>): Tag[] =>
  [...tags].map(([Key, Value]) => ({ Key, Value }));

function checkTag({ Key = '', Value = '' }: Tag): void {
  if (Key.length === 0 || Key.length > 128 || !LETTERS.test(Key)) {
    throw invalidTag(`${Key} is not a valid tag key.`);
  }
  if (Key.toLowerCase().startsWith('aws:')) throw invalidTag('Tag keys must not start with aws:.');
  if (Value.length > 256 || !LETTERS.test(Value)) throw invalidTag(`The value of the tag ${Key} is invalid.`);
}

const invalidTag = (message: string) => new ServiceError('InvalidTagParameterException', message);
