import type { DeleteConfigurationAggregatorRequest } from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { aggregatorNamed } from './aggregator.ts';
import { configOfCall } from './store.ts';

export const DeleteConfigurationAggregator: Operation<DeleteConfigurationAggregatorRequest, object> = (
  { ConfigurationAggregatorName: name = '' },
  call,
) => {
  aggregatorNamed(name, call);
  configOfCall(call).aggregators.delete(name);
  return {};
};
