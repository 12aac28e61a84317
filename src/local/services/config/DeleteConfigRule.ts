import type { DeleteConfigRuleRequest } from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { ruleNamed } from './rules.ts';
import { configOfCall } from './store.ts';

/** Takes a rule away at once, with its results. A remediation of it must be deleted before. */
export const DeleteConfigRule: Operation<DeleteConfigRuleRequest, object> = (input, call) => {
  const { ConfigRuleName: name } = ruleNamed(input.ConfigRuleName, call).definition;
  const { rules, remediations } = configOfCall(call);
  if (remediations.has(name)) {
    throw new ServiceError(
      'ResourceInUseException',
      'The rule has a remediation action. Delete the remediation action first.',
    );
  }
  rules.delete(name);
  return {};
};
