import type { PutDataProtectionPolicyInput } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { checkDataProtection } from './data-protection.ts';
import { topicFor } from './topic-for.ts';

/** Replaces the policy; an empty one takes it away. */
export const PutDataProtectionPolicy: Operation<PutDataProtectionPolicyInput, void> = (
  { ResourceArn, DataProtectionPolicy: policy = '' },
  call,
) => {
  const topic = topicFor(ResourceArn, 'PutDataProtectionPolicy', call);
  if (policy !== '') checkDataProtection(policy);
  topic.dataProtectionPolicy = policy || undefined;
};
