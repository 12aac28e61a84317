import type { TagPolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { checkTagCount } from './entity-rules.ts';
import { ownPolicyOf } from './managed-policies.ts';
import { tagMap } from './tags.ts';

export const TagPolicy: Operation<TagPolicyRequest, void> = ({ PolicyArn, Tags }, call) => {
  const { tags } = ownPolicyOf(call, PolicyArn);
  const given = tagMap(Tags);
  checkTagCount(new Map([...tags, ...given]));
  for (const [key, value] of given) tags.set(key, value);
};
