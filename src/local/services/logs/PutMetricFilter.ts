import type { PutMetricFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { limitExceeded, requireStandardClass } from './filter-name.ts';
import { findGroup } from './groups.ts';
import { metricFilter } from './metric-filter.ts';

const MAX_FILTERS = 100;

/** Makes a filter, or replaces the one of that name. */
export const PutMetricFilter: Operation<PutMetricFilterRequest, void> = (input, call) => {
  const group = findGroup(input.logGroupName, call);
  requireStandardClass(group);
  const filter = metricFilter(input, call.world.clock.now());
  const { metricFilters } = group;
  if (!metricFilters.has(filter.name) && metricFilters.size >= MAX_FILTERS) throw limitExceeded();
  metricFilters.set(filter.name, filter);
};
