import type { Drift } from '../drift.ts';
import type { Tags } from '../parts.ts';

/**
 * Compares the tags that were approved; more of them harm nothing. Those of AWS's own can neither be put nor taken away.
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
 */
export const compareTags = (expected: Tags, actual: Tags): readonly Drift[] =>
  Object.entries(expected)
    .filter(([key, value]) => !key.startsWith('aws:') && tagOf(actual, key) !== value)
    .map(([key, value]) => ({
      path: `tags.${key}`,
      expected: value,
      actual: tagOf(actual, key),
      class: 'weaker',
    }));

/** Null: there is no such tag. A key may be the name of anything, also of what every object inherits. */
const tagOf = (tags: Tags, key: string): string | null =>
  Object.hasOwn(tags, key) ? (tags[key] ?? null) : null;
