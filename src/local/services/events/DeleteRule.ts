import type { DeleteRuleRequest } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { requireDefaultBus } from './event-bus.ts';
import { validationError } from './events-error.ts';
import { busOfCall, requireRule } from './store.ts';

export const DeleteRule: Operation<DeleteRuleRequest, object> = (input, call) => {
  requireDefaultBus(call, input.EventBusName);
  const rule = requireRule(call, input.Name);
  if (rule.targets.size) throw validationError("Rule can't be deleted since it has targets.");
  busOfCall(call).rules.delete(rule.name);
  return {};
};
