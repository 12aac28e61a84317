import type {
  DescribeRemediationConfigurationsRequest,
  DescribeRemediationConfigurationsResponse,
} from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { configOfCall } from './store.ts';

/** A rule without a remediation is no error. */
export const DescribeRemediationConfigurations: Operation<
  DescribeRemediationConfigurationsRequest,
  DescribeRemediationConfigurationsResponse
> = (input, call) => {
  const { remediations } = configOfCall(call);
  return {
    RemediationConfigurations: (input.ConfigRuleNames ?? []).flatMap((name) => remediations.get(name) ?? []),
  };
};
