import type {
  DescribeResourcePoliciesRequest,
  DescribeResourcePoliciesResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { resourcePoliciesOf } from './resource-policies.ts';

export const DescribeResourcePolicies: Operation<
  DescribeResourcePoliciesRequest,
  DescribeResourcePoliciesResponse
> = (input, call) => {
  refuseUnsupported(input, 'resourceArn');
  const { limit = 50, nextToken: token } = input;
  const policies = [...resourcePoliciesOf(call.world, call.accountId, call.region).values()];
  const { items, nextToken } = page(input.policyScope === 'RESOURCE' ? [] : policies, {
    limit,
    token,
    badTokenCode: 'InvalidParameterException',
  });
  return { resourcePolicies: items, nextToken };
};
