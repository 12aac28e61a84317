import type { PutKeyPolicyRequest } from '@aws-sdk/client-kms';
import type { Operation } from '../../endpoint/operation.ts';
import { findUsableKey } from './find-key.ts';
import { checkKeyPolicy, checkPolicyName } from './key-policy.ts';

export const PutKeyPolicy: Operation<PutKeyPolicyRequest, void> = (input, call) => {
  checkPolicyName(input.PolicyName);
  const key = findUsableKey(input.KeyId, call);
  const policy = input.Policy ?? '';
  checkKeyPolicy({ policy, keyArn: key.arn, bypassLockoutCheck: input.BypassPolicyLockoutSafetyCheck }, call);
  key.policy = policy;
};
