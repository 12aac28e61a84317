import type { LifecycleRule, Tag } from '@aws-sdk/client-s3';
import type { ObjectVersion } from './bucket.ts';

/** Whether a lifecycle rule is about an object. A delete marker has neither tags nor a size. */
export function isFilteredBy(rule: LifecycleRule, key: string, version: ObjectVersion): boolean {
  const { And, Prefix, Tag: tag, ObjectSizeGreaterThan, ObjectSizeLessThan } = rule.Filter ?? {};
  const size = version.content?.body.byteLength ?? 0;
  const larger = And?.ObjectSizeGreaterThan ?? ObjectSizeGreaterThan;
  const smaller = And?.ObjectSizeLessThan ?? ObjectSizeLessThan;
  return (
    key.startsWith(rule.Prefix ?? And?.Prefix ?? Prefix ?? '') &&
    [...(And?.Tags ?? []), ...(tag ? [tag] : [])].every((wanted) => hasTag(version, wanted)) &&
    (larger === undefined || size > larger) &&
    (smaller === undefined || size < smaller)
  );
}

const hasTag = ({ tags = [] }: ObjectVersion, { Key, Value }: Tag): boolean =>
  tags.some((tag) => tag.Key === Key && tag.Value === Value);
