import type {
  DescribeMetricFiltersRequest,
  DescribeMetricFiltersResponse,
  MetricFilter as MetricFilterView,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { findGroup, invalidParameter } from './groups.ts';
import type { MetricFilter } from './metric-filter.ts';
import { groupsOf, type LogGroup } from './store.ts';

/** Of one group or of all, by group and by name. */
export const DescribeMetricFilters: Operation<DescribeMetricFiltersRequest, DescribeMetricFiltersResponse> = (
  input,
  call,
) => {
  const { metricName, metricNamespace, filterNamePrefix: prefix = '', limit = 50, nextToken: token } = input;
  if ((metricName === undefined) !== (metricNamespace === undefined)) {
    throw invalidParameter('metricName and metricNamespace must be given together.');
  }
  const all = groupsOf(call.world, call.accountId, call.region).values();
  const groups = input.logGroupName === undefined ? [...all] : [findGroup(input.logGroupName, call)];
  const matching = groups
    .flatMap((group) => [...group.metricFilters.values()].map((filter) => view(group, filter)))
    .filter(({ filterName = '' }) => filterName.startsWith(prefix))
    .filter(({ metricTransformations: [made] = [] }) =>
      metricName === undefined
        ? true
        : made?.metricName === metricName && made?.metricNamespace === metricNamespace,
    )
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const { items, nextToken } = page(matching, { limit, token, badTokenCode: 'InvalidParameterException' });
  return { metricFilters: items, nextToken };
};

const keyOf = ({ logGroupName, filterName }: MetricFilterView) => `${logGroupName}\n${filterName}`;

const view = ({ name: logGroupName }: LogGroup, filter: MetricFilter): MetricFilterView => ({
  filterName: filter.name,
  filterPattern: filter.pattern,
  metricTransformations: [filter.transformation],
  creationTime: filter.createdAt,
  logGroupName,
  applyOnTransformedLogs: filter.appliesToTransformed,
});
