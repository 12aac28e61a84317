import type { ListKeyPoliciesRequest, ListKeyPoliciesResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findKey } from './find-key.ts';

export const ListKeyPolicies: Operation<ListKeyPoliciesRequest, ListKeyPoliciesResponse> = (input, call) => {
  findKey(input.KeyId, call);
  return { PolicyNames: ['default'], Truncated: false };
};
