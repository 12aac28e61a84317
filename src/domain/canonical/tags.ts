import { isJsonObject } from '../json.ts';
import type { Tags } from '../parts.ts';
import { objectsOf, textOf } from './fields.ts';

/**
 * Tags by key, from a list of `Key` and `Value` or from such an object. Tags that AWS's services put (`aws:`) are left
 * out: nobody else can put or remove them, so they are nobody's tampering and no restore could bring them back.
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
export function canonicalTags(tags: unknown): Tags {
  const pairs = isJsonObject(tags)
    ? Object.entries(tags).filter(([, value]) => typeof value === 'string')
    : objectsOf(tags).map(({ Key, Value }) => [textOf(Key), textOf(Value)]);
  return Object.fromEntries(
    pairs
      .filter(([key]) => key && !textOf(key).startsWith('aws:'))
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  );
}
