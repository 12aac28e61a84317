import type { GetKeyPolicyRequest, GetKeyPolicyResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findKey } from './find-key.ts';
import { checkPolicyName } from './key-policy.ts';

export const GetKeyPolicy: Operation<GetKeyPolicyRequest, GetKeyPolicyResponse> = (input, call) => {
  checkPolicyName(input.PolicyName);
  return { Policy: findKey(input.KeyId, call).policy, PolicyName: 'default' };
};
