import type {
  PutConfigurationAggregatorRequest,
  PutConfigurationAggregatorResponse,
} from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { arnOf } from '../iam/arn-of.ts';
import { randomId } from './random-id.ts';
import { invalidParameter } from './rules.ts';
import { configOfCall } from './store.ts';

/** Keeps which accounts would be looked at; nothing is aggregated here. */
export const PutConfigurationAggregator: Operation<
  PutConfigurationAggregatorRequest,
  PutConfigurationAggregatorResponse
> = (input, call) => {
  refuseUnsupported(input, 'Tags', 'AggregatorFilters');
  const { ConfigurationAggregatorName: name = '', AccountAggregationSources: accounts } = input;
  const { OrganizationAggregationSource: organization } = input;
  if (!accounts?.length === !organization) {
    throw invalidParameter('Either accounts or the organization must be given as the source.');
  }
  const { aggregators } = configOfCall(call);
  const before = aggregators.get(name);
  const now = new Date(call.world.clock.now());
  const aggregator = {
    ConfigurationAggregatorName: name,
    ConfigurationAggregatorArn:
      before?.ConfigurationAggregatorArn ??
      arnOf(call, 'config', `config-aggregator/config-aggregator-${randomId()}`),
    ...(accounts?.length && { AccountAggregationSources: accounts }),
    ...(organization && { OrganizationAggregationSource: organization }),
    CreationTime: before?.CreationTime ?? now,
    LastUpdatedTime: now,
  };
  aggregators.set(name, aggregator);
  return { ConfigurationAggregator: aggregator };
};
