import { objectsOf } from '../canonical/fields.ts';
import { asJsonObject, type JsonObject } from '../json.ts';

/** Which objects a lifecycle rule is about: those that fit all of it. */
export interface LifecycleFilter {
  readonly prefix: string;
  /** Anybody who may tag a log file may make it fit, so tags never keep a rule away from the logs. */
  readonly tags: readonly string[];
  /** In bytes. */
  readonly sizeOver: number;
  readonly sizeUnder: number;
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-filters.html */
export function readFilter({ Filter, Prefix }: JsonObject): LifecycleFilter {
  const filter = asJsonObject(Filter);
  const all: JsonObject = { ...filter, ...asJsonObject(filter.And) };
  const tags = [...objectsOf(all.Tags), ...objectsOf([filter.Tag])];
  return {
    // Rules from before there were filters have their prefix beside them.
    prefix: [all.Prefix, Prefix].find((prefix) => typeof prefix === 'string') ?? '',
    tags: tags.map(({ Key, Value }) => JSON.stringify([Key, Value])),
    sizeOver: numberOr(all.ObjectSizeGreaterThan, 0),
    sizeUnder: numberOr(all.ObjectSizeLessThan, Number.POSITIVE_INFINITY),
  };
}

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

/** Whether the rule is about any object under one of these prefixes. */
export const reaches = ({ prefix }: LifecycleFilter, keyPrefixes: readonly string[]): boolean =>
  keyPrefixes.some((keys) => keys.startsWith(prefix) || prefix.startsWith(keys));

/** Whether the outer filter takes every object under these prefixes that the inner does. */
export const coversFilter = (
  outer: LifecycleFilter,
  inner: LifecycleFilter,
  keyPrefixes: readonly string[],
): boolean =>
  keyPrefixes
    .filter((keys) => reaches(inner, [keys]))
    .every((keys) => (inner.prefix.startsWith(keys) ? inner.prefix : keys).startsWith(outer.prefix)) &&
  outer.tags.every((tag) => inner.tags.includes(tag)) &&
  outer.sizeOver <= inner.sizeOver &&
  outer.sizeUnder >= inner.sizeUnder;
