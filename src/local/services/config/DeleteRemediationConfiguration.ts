import type { DeleteRemediationConfigurationRequest } from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { configOfCall } from './store.ts';

export const DeleteRemediationConfiguration: Operation<DeleteRemediationConfigurationRequest, object> = (
  input,
  call,
) => {
  if (configOfCall(call).remediations.delete(input.ConfigRuleName ?? '')) return {};
  throw new ServiceError(
    'NoSuchRemediationConfigurationException',
    'No RemediationConfiguration for rule exists.',
  );
};
