import type { TagRoleRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { checkTagCount } from './entity-rules.ts';
import { roleOf } from './store.ts';
import { tagMap } from './tags.ts';

export const TagRole: Operation<TagRoleRequest, void> = ({ RoleName = '', Tags }, { world, accountId }) => {
  const { tags } = roleOf(world, accountId, RoleName);
  const given = tagMap(Tags);
  checkTagCount(new Map([...tags, ...given]));
  for (const [key, value] of given) tags.set(key, value);
};
