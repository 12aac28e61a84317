import type { ConfigurationAggregator } from '@aws-sdk/client-config-service';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { configOfCall } from './store.ts';

/** @throws ServiceError `NoSuchConfigurationAggregatorException` */
export function aggregatorNamed(name: string | undefined, call: Call): ConfigurationAggregator {
  const aggregator = configOfCall(call).aggregators.get(name ?? '');
  if (aggregator) return aggregator;
  throw new ServiceError(
    'NoSuchConfigurationAggregatorException',
    `The configuration aggregator does not exist: ${name}`,
  );
}
