import type { DeleteRuleRequest } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { validationError } from './events-error.ts';
import { requireBus, requireRule } from './store.ts';

export const DeleteRule: Operation<DeleteRuleRequest, object> = ({ EventBusName, Name }, call) => {
  const rule = requireRule(call, { EventBusName, name: Name });
  if (rule.targets.size) throw validationError("Rule can't be deleted since it has targets.");
  requireBus(call, EventBusName).rules.delete(rule.name);
  return {};
};
