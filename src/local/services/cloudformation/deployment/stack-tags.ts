import type { Tag } from '@aws-sdk/client-cloudformation';
import type { ResourceType } from '../resources/resource-type.ts';
import { isJsonObject } from '../template/json-object.ts';

/** A stack's tags are given to all of its resources that can have tags; a resource's own win. */
export function withStackTags(properties: unknown, { tagging }: ResourceType, tags: readonly Tag[]): unknown {
  if (!tagging || tags.length === 0 || !isJsonObject(properties)) return properties;
  const { Tags: own } = properties;
  if (tagging === 'map') {
    return { ...properties, Tags: { ...asMap(tags), ...(isJsonObject(own) ? own : {}) } };
  }
  const ownTags: unknown[] = Array.isArray(own) ? own : [];
  const isOwn = (tag: Tag) => ownTags.some((one) => isJsonObject(one) && one.Key === tag.Key);
  return { ...properties, Tags: [...tags.filter((tag) => !isOwn(tag)), ...ownTags] };
}

const asMap = (tags: readonly Tag[]) => Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
