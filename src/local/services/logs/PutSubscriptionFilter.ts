import type { PutSubscriptionFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { limitExceeded, requireStandardClass } from './filter-name.ts';
import { findGroup } from './groups.ts';
import { subscriptionFilter } from './subscription-filter.ts';

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html */
const MAX_FILTERS = 2;

/** Makes a filter, or replaces the one of that name. */
export const PutSubscriptionFilter: Operation<PutSubscriptionFilterRequest, void> = (input, call) => {
  const group = findGroup(input.logGroupName, call);
  requireStandardClass(group);
  const { subscriptionFilters } = group;
  const { filterName = '' } = input;
  if (!subscriptionFilters.has(filterName) && subscriptionFilters.size >= MAX_FILTERS) throw limitExceeded();
  subscriptionFilters.set(filterName, subscriptionFilter(input, group, call));
};
