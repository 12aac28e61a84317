import type {
  PutRemediationConfigurationsRequest,
  PutRemediationConfigurationsResponse,
} from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { arnOf } from '../iam/arn-of.ts';
import { randomId } from './random-id.ts';
import { invalidParameter } from './rules.ts';
import { configOfCall } from './store.ts';

/** Keeps what would be done about a rule; no document is ever run here. */
export const PutRemediationConfigurations: Operation<
  PutRemediationConfigurationsRequest,
  PutRemediationConfigurationsResponse
> = (input, call) => {
  const { rules, remediations } = configOfCall(call);
  for (const given of input.RemediationConfigurations ?? []) {
    const name = given.ConfigRuleName ?? '';
    if (!rules.has(name)) throw invalidParameter(`The config rule ${name} does not exist.`);
    if (given.Automatic && !(given.MaximumAutomaticAttempts && given.RetryAttemptSeconds)) {
      throw invalidParameter('Automatic remediation needs MaximumAutomaticAttempts and RetryAttemptSeconds.');
    }
    const Arn =
      remediations.get(name)?.Arn ?? arnOf(call, 'config', `remediation-configuration/${name}/${randomId()}`);
    remediations.set(name, { Automatic: false, ...given, Arn });
  }
  return { FailedBatches: [] };
};
