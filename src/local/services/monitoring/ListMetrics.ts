import type { ListMetricsInput, ListMetricsOutput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { dimensionList } from './dimensions.ts';
import { metricsOf, type StoredMetric } from './store.ts';

export const ListMetrics: Operation<ListMetricsInput, ListMetricsOutput> = (input, call) => {
  refuseUnsupported(input, 'RecentlyActive', 'OwningAccount');
  const matching = [...metricsOf(call.world, call.accountId, call.region).values()].filter(matches(input));
  const { items, nextToken } = page(matching, {
    limit: 500,
    token: input.NextToken,
    badTokenCode: 'InvalidParameterValue',
  });
  const Metrics = items.map(({ namespace, name, dimensions }) => ({
    Namespace: namespace,
    MetricName: name,
    Dimensions: dimensionList(dimensions),
  }));
  return { Metrics, NextToken: nextToken };
};

const matches =
  ({ Namespace, MetricName, Dimensions = [] }: ListMetricsInput) =>
  ({ namespace, name, dimensions }: StoredMetric): boolean =>
    (Namespace ?? namespace) === namespace &&
    (MetricName ?? name) === name &&
    Dimensions.every(({ Name = '', Value }) => {
      const value = dimensions.get(Name);
      return value !== undefined && (Value ?? value) === value;
    });
