import type { PutKeyPolicyRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findKey } from './find-key.ts';
import { checkKeyPolicy, checkPolicyName } from './key-policy.ts';

/** Works in every state of the key. */
export const PutKeyPolicy: Operation<PutKeyPolicyRequest, void> = (input, call) => {
  checkPolicyName(input.PolicyName);
  const key = findKey(input.KeyId, call);
  const policy = input.Policy ?? '';
  checkKeyPolicy({ policy, keyArn: key.arn, bypassLockoutCheck: input.BypassPolicyLockoutSafetyCheck }, call);
  key.policy = policy;
};
