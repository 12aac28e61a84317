import type { UntagPolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { ownPolicyOf } from './managed-policies.ts';

export const UntagPolicy: Operation<UntagPolicyRequest, void> = ({ PolicyArn, TagKeys = [] }, call) => {
  const { tags } = ownPolicyOf(call, PolicyArn);
  for (const key of TagKeys) tags.delete(key);
};
