import type { EnableRuleRequest } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { requireDefaultBus } from './event-bus.ts';
import { requireRule } from './store.ts';

export const EnableRule: Operation<EnableRuleRequest, object> = (input, call) => {
  requireDefaultBus(call, input.EventBusName);
  requireRule(call, input.Name).state = 'ENABLED';
  return {};
};
