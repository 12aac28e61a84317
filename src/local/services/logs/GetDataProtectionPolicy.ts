import type {
  GetDataProtectionPolicyRequest,
  GetDataProtectionPolicyResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { protectableGroup } from './data-protection.ts';

/** A group without a policy is no error: the answer lacks one. */
export const GetDataProtectionPolicy: Operation<
  GetDataProtectionPolicyRequest,
  GetDataProtectionPolicyResponse
> = ({ logGroupIdentifier }, call) => {
  const { dataProtection } = protectableGroup(logGroupIdentifier, call);
  if (dataProtection?.document === undefined) return { logGroupIdentifier };
  return {
    logGroupIdentifier,
    policyDocument: dataProtection.document,
    lastUpdatedTime: dataProtection.updatedAt,
  };
};
