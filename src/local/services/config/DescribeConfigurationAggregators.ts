import type {
  DescribeConfigurationAggregatorsRequest,
  DescribeConfigurationAggregatorsResponse,
} from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { aggregatorNamed } from './aggregator.ts';
import { configOfCall } from './store.ts';

export const DescribeConfigurationAggregators: Operation<
  DescribeConfigurationAggregatorsRequest,
  DescribeConfigurationAggregatorsResponse
> = ({ ConfigurationAggregatorNames: names }, call) => ({
  ConfigurationAggregators: names?.length
    ? names.map((name) => aggregatorNamed(name, call))
    : [...configOfCall(call).aggregators.values()],
});
