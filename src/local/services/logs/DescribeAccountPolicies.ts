import type {
  DescribeAccountPoliciesRequest,
  DescribeAccountPoliciesResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { accountPoliciesOf } from './account-policies.ts';

export const DescribeAccountPolicies: Operation<
  DescribeAccountPoliciesRequest,
  DescribeAccountPoliciesResponse
> = (input, call) => {
  refuseUnsupported(input, 'accountIdentifiers');
  const { policyType, policyName } = input;
  const accountPolicies = [...accountPoliciesOf(call).values()].filter(
    (policy) => policy.policyType === policyType && (policyName ?? policy.policyName) === policy.policyName,
  );
  return { accountPolicies };
};
