import type { ListPolicyTagsRequest, ListPolicyTagsResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { listPage } from './list.ts';
import { policyOf } from './managed-policies.ts';
import { tagList } from './tags.ts';

export const ListPolicyTags: Operation<ListPolicyTagsRequest, ListPolicyTagsResponse> = (input, call) => {
  const { items, more } = listPage(tagList(policyOf(call, input.PolicyArn).tags), input);
  return { Tags: items, ...more };
};
