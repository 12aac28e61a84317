import type {
  PutDataProtectionPolicyRequest,
  PutDataProtectionPolicyResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { checkDataProtection, protectableGroup } from './data-protection.ts';

export const PutDataProtectionPolicy: Operation<
  PutDataProtectionPolicyRequest,
  PutDataProtectionPolicyResponse
> = ({ logGroupIdentifier, policyDocument: document = '' }, call) => {
  const group = protectableGroup(logGroupIdentifier, call);
  checkDataProtection(document);
  const lastUpdatedTime = call.world.clock.now();
  group.dataProtection = { document, updatedAt: lastUpdatedTime };
  return { logGroupIdentifier, policyDocument: document, lastUpdatedTime };
};
