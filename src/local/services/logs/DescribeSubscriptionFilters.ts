import type {
  DescribeSubscriptionFiltersRequest,
  DescribeSubscriptionFiltersResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { findGroup } from './groups.ts';

export const DescribeSubscriptionFilters: Operation<
  DescribeSubscriptionFiltersRequest,
  DescribeSubscriptionFiltersResponse
> = ({ logGroupName, filterNamePrefix = '', limit = 50, nextToken: token }, call) => {
  const group = findGroup(logGroupName, call);
  const matching = [...group.subscriptionFilters.values()]
    .filter(({ name }) => name.startsWith(filterNamePrefix))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const { items, nextToken } = page(matching, { limit, token, badTokenCode: 'InvalidParameterException' });
  const subscriptionFilters = items.map((filter) => ({
    filterName: filter.name,
    logGroupName: group.name,
    filterPattern: filter.pattern,
    destinationArn: filter.destinationArn,
    roleArn: filter.roleArn,
    distribution: filter.distribution,
    applyOnTransformedLogs: filter.appliesToTransformed,
    creationTime: filter.createdAt,
  }));
  return { subscriptionFilters, nextToken };
};
