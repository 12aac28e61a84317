import { asJsonObject } from '../json.ts';
import type { TopicSettings } from '../parts.ts';
import { textOrNull } from './fields.ts';
import { canonicalPolicy } from './policy.ts';

/**
 * @param attributes `Attributes` of GetTopicAttributes: the policy is JSON in a text
 * @throws Error when the policy is none
 */
export function canonicalTopic(attributes: unknown): TopicSettings {
  const { Policy, KmsMasterKeyId } = asJsonObject(attributes);
  return { Policy: canonicalPolicy(Policy), KmsMasterKeyId: textOrNull(KmsMasterKeyId) };
}
