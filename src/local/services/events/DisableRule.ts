import type { DisableRuleRequest } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { requireRule } from './store.ts';

export const DisableRule: Operation<DisableRuleRequest, object> = (input, call) => {
  requireRule(call, { ...input, name: input.Name }).state = 'DISABLED';
  return {};
};
